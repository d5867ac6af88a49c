import 'server-only'
import { questionById } from '#lib/content/questions.ts'
import { attemptsAt } from '#lib/db/attempt.ts'
import { findCard } from '#lib/db/card.ts'
import { findDraft } from '#lib/db/draft.ts'
import { marksAt } from '#lib/db/mark.ts'
import { findNote } from '#lib/db/note.ts'
import { viewAttempt, type AttemptView } from './attempt-view.ts'
import { type CardView, viewCard } from './card-view.ts'
import { cardOf } from './review-log.ts'
import type { DraftView } from './save-draft.ts'
import type { NoteView } from './save-note.ts'
import type { Marks } from './set-mark.ts'

/** What one reader has done at one question. */
export type Journal = {
  draft: DraftView | null
  /** Newest first. */
  attempts: AttemptView[]
  /** The question's card, with the dates that each grade would give. */
  card: CardView
  note: NoteView | null
  marks: Marks
}

/** @returns null when there is no such question; an empty journal for somebody unknown */
export async function openJournal(
  userId: string | null,
  questionId: string,
  now: Date,
): Promise<Journal | null> {
  if (!(await questionById(questionId))) return null
  const name = { questionId, keyPointId: '' }
  if (userId === null)
    return {
      draft: null,
      attempts: [],
      card: viewCard(name, undefined, now),
      note: null,
      marks: { starred: false, parked: false },
    }
  const [draft, attempts, card, note, marks] = await Promise.all([
    findDraft(userId, questionId),
    attemptsAt(userId, questionId),
    findCard(userId, questionId),
    findNote(userId, questionId),
    marksAt(userId, questionId),
  ])
  return {
    draft: draft && { text: draft.text, revision: draft.revision },
    attempts: attempts.map(viewAttempt),
    card: viewCard(name, card ? cardOf(card) : undefined, now),
    note,
    marks: { starred: marks.includes('starred'), parked: marks.includes('parked') },
  }
}
