import 'server-only'
import { questionById } from '#lib/content/questions.ts'
import { findAttempt, type NewAttempt } from '#lib/db/attempt.ts'
import { findVersion, type NewVersion } from '#lib/db/content-version.ts'
import type { AttemptEntry } from './attempt-entry.ts'
import { gradeAttempt, readGradable } from './grade-attempt.ts'
import { refusal, type Refusal } from './refusal.ts'

/** Graded and ready to be stored, whoever it belongs to. */
export type Prepared = { attempt: Omit<NewAttempt, 'userId'>; version: NewVersion }

/**
 * Grades attempts without storing anything.
 * @param userId whose stored answers a rubric may quote; null for somebody unknown
 */
export async function prepareAttempts(
  userId: string | null,
  entries: AttemptEntry[],
): Promise<{ prepared: Prepared[] } | { refused: Refusal }> {
  const prepared: Prepared[] = []
  for (const entry of entries) {
    const result = await prepare(userId, entry, entries)
    if ('refused' in result) return result
    prepared.push(result)
  }
  return { prepared }
}

async function prepare(
  userId: string | null,
  entry: AttemptEntry,
  batch: AttemptEntry[],
): Promise<Prepared | { refused: Refusal }> {
  const [questionId = '', itemName = ''] = entry.itemId.split('/')
  const version = await versionShown(questionId, entry.contentHash)
  if (!version) {
    const exists = (await questionById(questionId)) !== null
    return { refused: refusal(exists ? 'page-changed' : 'not-found', entry.id) }
  }
  const question = readGradable(version.question)
  const text = itemName === 'rubric' ? await quotedText(userId, entry, batch) : null
  const grade = gradeAttempt(question, itemName, entry.response, text, entry.seed)
  if ('problem' in grade) return { refused: refusal('invalid', entry.id, grade.problem) }
  const attempt: Prepared['attempt'] = {
    ...entry,
    questionId,
    kind: grade.kind,
    grader: grade.grader,
    scoreLow: grade.score?.low ?? null,
    scoreHigh: grade.score?.high ?? null,
    spans: grade.spans,
  }
  return { attempt, version }
}

/** The question as the page showed it: the current one, or an older one that was kept. */
async function versionShown(questionId: string, hash: string): Promise<NewVersion | null> {
  const current = await questionById(questionId)
  if (current?.contentHash === hash) return { hash, questionId, question: current }
  const kept = await findVersion(hash)
  if (kept?.questionId !== questionId) return null
  return { hash, questionId, question: kept.question as object }
}

/** The answer that a rubric quotes: in the same batch, or stored before by the same reader. */
async function quotedText(userId: string | null, rubric: AttemptEntry, batch: AttemptEntry[]) {
  const { answerId } = (rubric.response ?? {}) as { answerId?: unknown }
  if (typeof answerId !== 'string') return null
  const answerItem = rubric.itemId.replace(/rubric$/, 'answer')
  const sent = batch.find(({ id, itemId }) => id === answerId && itemId === answerItem)
  const stored = sent ? null : await findAttempt(answerId)
  if (stored && (stored.userId !== userId || stored.itemId !== answerItem)) return null
  const response = (sent ?? stored)?.response as { text?: unknown } | null | undefined
  return typeof response?.text === 'string' ? response.text : null
}
