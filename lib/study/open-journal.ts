import 'server-only'
import { questionById } from '#lib/content/questions.ts'
import { attemptsAt } from '#lib/db/attempt.ts'
import { findCard } from '#lib/db/card.ts'
import { findDraft } from '#lib/db/draft.ts'
import { viewAttempt, type AttemptView } from './attempt-view.ts'
import { type CardView, viewCard } from './card-view.ts'
import { cardOf } from './review-log.ts'
import type { DraftView } from './save-draft.ts'

/** What one reader has done at one question. */
export type Journal = {
  draft: DraftView | null
  /** Newest first. */
  attempts: AttemptView[]
  /** The question's card, with the dates that each grade would give. */
  card: CardView
}

/** @returns null when there is no such question; an empty journal for somebody unknown */
export async function openJournal(
  userId: string | null,
  questionId: string,
  now: Date,
): Promise<Journal | null> {
  if (!(await questionById(questionId))) return null
  const name = { questionId, keyPointId: '' }
  if (userId === null) return { draft: null, attempts: [], card: viewCard(name, undefined, now) }
  const [draft, attempts, card] = await Promise.all([
    findDraft(userId, questionId),
    attemptsAt(userId, questionId),
    findCard(userId, questionId),
  ])
  return {
    draft: draft && { text: draft.text, revision: draft.revision },
    attempts: attempts.map(viewAttempt),
    card: viewCard(name, card ? cardOf(card) : undefined, now),
  }
}
