import { late, keep, recall } from '#app/_outbox/later.ts'
import { isHolding } from '#app/_outbox/ahead.ts'
import { fetchJson } from '#app/_progress/brief.ts'
import type { DueCard, Today } from '#lib/study/open-today.ts'

export type { DueCard, Today }

/** Where a review stands. */
export type Session = {
  today: Today
  queue: DueCard[]
  done: number
  /** ISO 8601: when the server last said what is due, if it cannot be asked now; else null */
  keptAt: string | null
}

const KEY = 'today'
const PATIENCE_MS = 2_000

/**
 * What is due; of an address with `?these=` those questions, due or not. Without the server the cards that
 * this device was last given, less what has been graded since.
 * @returns null when neither is to be had
 */
export async function findSession(): Promise<Session | null> {
  const these = new URLSearchParams(location.search).get('these')
  // Grades that wait are delivered first: their cards are not due any more.
  if (isHolding())
    await Promise.race([
      late().then(({ deliver }) => deliver()),
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    ])
  const today = await fetchJson<Today>(
    `/api/me/today${these ? `?these=${encodeURIComponent(these)}` : ''}`,
  )
  if (today) return { today, queue: today.cards, done: 0, keptAt: null }
  return these === null ? recall<Session>(KEY) : null
}

/** For a later visit without the server. */
export function keepSession(session: Session): void {
  if (new URLSearchParams(location.search).has('these')) return
  const { today, queue, done, keptAt } = session
  if (queue.length > 0 || keptAt !== null)
    keep(KEY, { today, queue, done, keptAt: keptAt ?? new Date().toISOString() })
  else if (isHolding()) keep(KEY, null)
}
