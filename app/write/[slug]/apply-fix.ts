import type { Problem } from '#lib/content/problem.ts'

/** Has the server write what is certain. @returns a sentence if nothing was changed */
export async function applyFix(
  slug: string,
  { rule, line, column }: Problem,
): Promise<string | null> {
  const reply = await fetch(`/api/write/${slug}/fix`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rule, line, column }),
  }).catch(() => null)
  if (reply?.ok) return null
  const body = await reply?.json().catch(() => null)
  return body?.error?.message ?? 'The server could not be reached; nothing was changed.'
}
