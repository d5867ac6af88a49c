import { keepReturning } from '#app/_ui/returning.ts'

/**
 * Where to go for who has signed in and wanted nothing in particular: to the front page, which on this
 * browser too opens with what is due; or to the account, where nothing waits yet.
 */
export async function landing(): Promise<string> {
  const reply = await fetch('/api/me/today/brief').catch(() => null)
  const brief = reply?.ok ? await reply.json().catch(() => null) : null
  if (brief?.hasBegun !== true) return '/account'
  keepReturning(true)
  return '/'
}
