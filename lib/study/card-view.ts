import 'server-only'
import { type Card, grades } from '#lib/learning/card.ts'
import { newCard, review } from '#lib/learning/schedule.ts'

/** A card as its reader sees it. Dates are ISO 8601. */
export type CardView = {
  questionId: string
  /** "" is the question itself */
  keyPointId: string
  /** null for one that was never reviewed */
  dueAt: string | null
  lastReview: string | null
  /** the server's clock when it was looked at */
  asOf: string
  /** when it would come back, were it graded now: again, hard, good, easy */
  choices: [string, string, string, string]
}

/** @param card undefined for one that has no review yet */
export function viewCard(
  name: { questionId: string; keyPointId: string },
  card: Card | undefined,
  now: Date,
): CardView {
  const present = card ?? newCard(name, now)
  return {
    questionId: name.questionId,
    keyPointId: name.keyPointId,
    dueAt: card?.due.toISOString() ?? null,
    lastReview: card?.lastReview?.toISOString() ?? null,
    asOf: now.toISOString(),
    choices: grades.map((grade) =>
      review(present, grade, now).due.toISOString(),
    ) as CardView['choices'],
  }
}
