import { inTurn } from '#app/_outbox/in-turn.ts'
import { type CardName, lineOf, record, type ReviewLine } from '#app/_question/reviews.ts'
import { keepReturning } from '#app/_ui/returning.ts'
import type { Brief, DueQuestion } from '#lib/study/open-brief.ts'

export type { Brief, CardName, DueQuestion, ReviewLine }

/** @returns null when the server cannot be asked */
export async function fetchJson<T>(address: string): Promise<T | null> {
  const reply = await fetch(address).catch(() => null)
  return reply?.ok ? ((await reply.json().catch(() => null)) as T | null) : null
}

/** Days are the reader's: the first time their browser says which, and from then on the account does. */
export async function keepTimeZone(known: string): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  if (timeZone === known || timeZone === undefined) return
  await saveSettings({ timeZone })
}

/** @returns a sentence if it could not be saved */
export async function saveSettings(patch: object): Promise<string | null> {
  const reply = await inTurn(() =>
    fetch('/api/me/settings', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(patch),
      signal: AbortSignal.timeout(15_000),
    }),
  ).catch(() => null)
  if (reply?.ok) return null
  const body = await reply?.json().catch(() => null)
  return body?.error?.message ?? 'The server cannot be reached, so nothing was changed. Try again.'
}

/**
 * "Move all to tomorrow": what is offered today, and what waits behind it. A card that comes later
 * anyway keeps its date.
 * @param tomorrow ISO 8601, as `dueAt` is; a card without a date is due
 */
export function postponed(
  cards: readonly (CardName & { dueAt?: string | null })[],
  tomorrow: string,
): ReviewLine[] {
  return cards
    .filter(({ dueAt }) => !dueAt || dueAt < tomorrow)
    .map(({ questionId, keyPointId }) =>
      lineOf({ questionId, keyPointId, event: 'postponed', dueAt: tomorrow }),
    )
}

export function takenBack(lines: readonly ReviewLine[]): ReviewLine[] {
  return lines.map(({ id, questionId, keyPointId }) =>
    lineOf({ questionId, keyPointId, event: 'undone', undoes: id }),
  )
}

/** As many requests as it takes. @returns `kept`: on the device, until the server can be asked */
export async function recordAll(
  lines: readonly ReviewLine[],
): Promise<'stored' | 'kept' | { problem: string }> {
  let isKept = false
  for (let from = 0; from < lines.length; from += atOnce) {
    const result = await record(lines.slice(from, from + atOnce))
    if (result === 'kept') isKept = true
    else if ('problem' in result) return result
  }
  return isKept ? 'kept' : 'stored'
}

/** What one request may carry. */
const atOnce = 100

/** Whether there is something to come back to: the front page then opens with it (see theme.ts). */
export function rememberReturning(hasBegun: boolean): void {
  keepReturning(hasBegun)
  document.documentElement.toggleAttribute('data-returning', hasBegun)
}
