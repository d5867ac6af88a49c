import { inTurn } from '#app/_outbox/in-turn.ts'
import { ulid } from '#app/_outbox/ulid.ts'
import type { CardView } from '#lib/study/card-view.ts'

export type CardName = Pick<CardView, 'questionId' | 'keyPointId'>

/** One line of the review log, without its id. */
export type Review = CardName &
  (
    | { event: 'graded'; grade: number; attemptId?: string | null }
    | { event: 'overridden' | 'postponed'; dueAt: string }
    | { event: 'undone'; undoes: string }
  )

/** A line with its id: sent again under the same id it counts once. */
export type ReviewLine = Review & { id: string }

export function lineOf(review: Review): ReviewLine {
  return { ...review, id: ulid() }
}

/** @returns the cards concerned, or a sentence that says what happened and what was kept */
export async function record(
  reviews: readonly ReviewLine[],
): Promise<{ cards: CardView[] } | { problem: string }> {
  const reply = await inTurn(() =>
    fetch('/api/me/reviews', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ reviews }),
      signal: AbortSignal.timeout(15_000),
    }),
  ).catch(() => null)
  const body = await reply?.json().catch(() => null)
  if (reply?.ok && body) return body as { cards: CardView[] }
  return { problem: body?.error?.message ?? 'The server cannot be reached: nothing was recorded.' }
}

/** "in 10 min", "in 2 days", "in 3 weeks" @param iso not before `from` */
export function inWords(iso: string, from: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(iso) - Date.parse(from)) / 60_000))
  if (minutes < 60) return `in ${minutes} min`
  const days = Math.round(minutes / 1440)
  if (days < 1) return `in ${Math.round(minutes / 60)} h`
  if (days < 14) return `in ${days} ${days === 1 ? 'day' : 'days'}`
  if (days < 60) return `in ${Math.round(days / 7)} weeks`
  if (days < 700) return `in ${Math.round(days / 30.4)} months`
  return `in ${Math.round(days / 365)} years`
}

/** "26 November" */
export function onDay(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
}
