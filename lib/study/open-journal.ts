import 'server-only'
import { questionById } from '#lib/content/questions.ts'
import { attemptsAt } from '#lib/db/attempt.ts'
import { findDraft } from '#lib/db/draft.ts'
import { viewAttempt, type AttemptView } from './attempt-view.ts'
import type { DraftView } from './save-draft.ts'

/** What one reader has done at one question. */
export type Journal = {
  draft: DraftView | null
  /** Newest first. */
  attempts: AttemptView[]
}

/** @returns null when there is no such question; an empty journal for somebody unknown */
export async function openJournal(
  userId: string | null,
  questionId: string,
): Promise<Journal | null> {
  if (!(await questionById(questionId))) return null
  if (userId === null) return { draft: null, attempts: [] }
  const [draft, attempts] = await Promise.all([
    findDraft(userId, questionId),
    attemptsAt(userId, questionId),
  ])
  return {
    draft: draft && { text: draft.text, revision: draft.revision },
    attempts: attempts.map(viewAttempt),
  }
}
