import type { RubricResponse } from '#lib/quiz/kinds/rubric.ts'
import { latestAnswer } from './answer.ts'
import type { JournalState } from './journal.ts'

/** What the reader says of an answer. */
export type Marking = Pick<RubricResponse, 'quotes' | 'ticked'>

/** The newest rubric on an answer, stored or on its way. */
export function latestRubric({ waiting, attempts }: JournalState, answerId: string) {
  const onTheWay = waiting
    .filter(({ itemId, refused }) => itemId.endsWith('/rubric') && refused === undefined)
    .toReversed()
  const stored = attempts.filter(({ item }) => item === 'rubric')
  for (const { id, response } of [...onTheWay, ...stored]) {
    const { level, quotes, ticked, ...rest } = response as RubricResponse
    if (rest.answerId !== answerId) continue
    const isStored = stored.some((attempt) => attempt.id === id)
    return { level, marking: { quotes, ticked } satisfies Marking, isStored }
  }
  return null
}

/** The newest of what was said once more, in a minute. */
export function latestAgain({ waiting, attempts }: JournalState): string | null {
  const sent = waiting.findLast(({ itemId, refused }) => itemId.endsWith('/again') && !refused)
  const newest = sent ?? attempts.find(({ item }) => item === 'again')
  return newest ? (newest.response as { text: string }).text : null
}

/** Key points by what the reader's newest rubric says of them; null while nothing is marked. */
export function markedPoints(journal: JournalState) {
  const answer = latestAnswer(journal, 'written')
  const rubric = answer && latestRubric(journal, answer.id)
  if (!rubric) return null
  const { level, marking } = rubric
  return { level, said: new Set([...Object.keys(marking.quotes), ...marking.ticked]) }
}
