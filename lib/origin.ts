import 'server-only'

/**
 * Whether a write comes from a page of this site. A browser sends `Origin` with every write; absent, `null`,
 * another host's, or, where the site is reached over TLS, that of a page which was not, is none of ours.
 * @param host as the request was addressed to, or as a trusted proxy says
 */
export function isOwnOrigin(
  origin: string | null,
  host: string | null,
  isSecure: boolean,
): boolean {
  if (origin === null || !URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.host === host && (!isSecure || from.protocol === 'https:')
}
