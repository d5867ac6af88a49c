import type { DueCard, Today } from '#lib/study/open-today.ts'

export type { DueCard, Today }

/** @returns null when the server cannot be asked */
export async function fetchToday(): Promise<Today | null> {
  const reply = await fetch('/api/me/today').catch(() => null)
  return reply?.ok ? ((await reply.json().catch(() => null)) as Today | null) : null
}

/** Days are the reader's: the first time their browser says which, and from then on the account does. */
export async function keepTimeZone(known: string): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  if (timeZone === known || timeZone === undefined) return
  await fetch('/api/me/settings', {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ timeZone }),
  }).catch(() => null)
}
