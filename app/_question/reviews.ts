import { postAndHear } from '#app/_outbox/hear.ts'
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

/**
 * Keeps the lines on the device, then sends them, in order with everything else that waits.
 * @returns the cards concerned as they are now; `kept` when the server cannot be asked: the lines wait in
 *   the outbox; or a sentence that says why they were refused, for the page to show
 */
export async function record(
  reviews: readonly ReviewLine[],
): Promise<{ cards: CardView[] } | { problem: string } | 'kept'> {
  const { id } = reviews[0]!
  const outcome = await postAndHear({ id, what: 'grades', body: reviews }, LINE_MS * reviews.length)
  if (outcome === 'kept') return 'kept'
  return 'reply' in outcome
    ? (outcome.reply as { cards: CardView[] })
    : { problem: outcome.refused }
}

/** What a slow server may take for a line: a day that is put off has a hundred. */
const LINE_MS = 50

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
