import 'server-only'
import { questions } from '#lib/content/questions.ts'
import { cardsOf } from '#lib/db/card.ts'
import { attemptedQuestions, marksOf, questionLog } from '#lib/db/status.ts'
import type { Grade } from '#lib/learning/card.ts'
import { isDue } from '#lib/learning/queue.ts'
import { effective } from '#lib/learning/replay.ts'
import { cardOf, eventsOf } from './review-log.ts'
import { readSettings } from './settings.ts'

/** Where a reader stands with one question. */
export type QuestionStatus = {
  status: 'new' | 'learning' | 'due' | 'known'
  starred: boolean
  parked: boolean
  /** the last five, oldest first */
  grades: Grade[]
}

/** By question, for those that the reader has met or marked; a question without an entry is new. */
export type Statuses = Record<string, QuestionStatus>

/** @param userId null for somebody unknown, to whom every question is new */
export async function openStatuses(userId: string | null, now: Date): Promise<Statuses> {
  if (userId === null) return {}
  const [{ timeZone }, rows, met, marks, log] = await Promise.all([
    readSettings(userId),
    cardsOf(userId),
    attemptedQuestions(userId),
    marksOf(userId),
    questionLog(userId),
  ])
  const cards = rows.map(cardOf)
  const has = (kind: string) =>
    new Set(marks.filter((mark) => mark.kind === kind).map(({ questionId }) => questionId))
  const [starred, parked] = [has('starred'), has('parked')]
  const due = new Set(
    cards
      .filter((card) => isDue(card, now, timeZone) && !parked.has(card.questionId))
      .map(({ questionId }) => questionId),
  )
  const known = new Set(
    cards
      .filter(({ keyPointId, state }) => keyPointId === '' && state === 2)
      .map(({ questionId }) => questionId),
  )
  const begun = new Set([...met, ...cards.map(({ questionId }) => questionId)])
  const grades = gradesIn(effective(eventsOf(log)))
  const statusOf = (id: string): QuestionStatus['status'] =>
    due.has(id) ? 'due' : known.has(id) ? 'known' : begun.has(id) ? 'learning' : 'new'
  const shown = [...(await questions()).values()].map(({ id }) => id)
  return Object.fromEntries(
    shown
      .filter((id) => begun.has(id) || starred.has(id) || parked.has(id))
      .map((id) => [
        id,
        {
          status: statusOf(id),
          starred: starred.has(id),
          parked: parked.has(id),
          grades: grades.get(id) ?? [],
        },
      ]),
  )
}

function gradesIn(lines: ReturnType<typeof effective>): Map<string, Grade[]> {
  const grades = new Map<string, Grade[]>()
  for (const line of lines) {
    if (line.event !== 'graded') continue
    grades.set(line.questionId, [...(grades.get(line.questionId) ?? []), line.grade].slice(-5))
  }
  return grades
}
