/** What a reader has to remember: a question (`keyPointId` "") or one key point missed in it. */
export type CardName = { questionId: string; keyPointId: string }

/** What the scheduler knows of one card: derived from its reviews, and from nothing else. */
export type Card = CardName & {
  /** as in FSRS: 0 new, 1 learning, 2 review, 3 relearning */
  state: 0 | 1 | 2 | 3
  due: Date
  /** days until recall has fallen to 90 % */
  stability: number
  /** 1 to 10 */
  difficulty: number
  scheduledDays: number
  learningSteps: number
  reps: number
  lapses: number
  lastReview: Date | null
}

/** 1 again, 2 hard, 3 good, 4 easy */
export type Grade = 1 | 2 | 3 | 4

export const grades = [1, 2, 3, 4] as const

/** A name as one word: what maps of cards are keyed by. */
export function cardKey({ questionId, keyPointId }: CardName): string {
  return `${questionId} ${keyPointId}`
}
