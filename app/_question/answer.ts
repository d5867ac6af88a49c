import type { RubricResponse } from '#lib/quiz/kinds/rubric.ts'
import type { JournalState } from './journal.ts'

/** An answer in words, stored or on its way. */
export type Answer = {
  id: string
  text: string
  skipped: boolean
  confidence: number | null
  /** ISO 8601; null until the server has it. */
  receivedAt: string | null
}

/** The newest answer, or the newest that was not skipped. */
export function latestAnswer(
  { waiting, attempts }: JournalState,
  written?: 'written',
): Answer | null {
  const onTheWay = waiting
    .filter(({ itemId, refused }) => itemId.endsWith('/answer') && refused === undefined)
    .map((parcel) => ({ ...parcel, receivedAt: null }))
    .toReversed()
  const stored = attempts.filter(({ item }) => item === 'answer')
  const all = [...onTheWay, ...stored].map(({ id, response, confidence, receivedAt }) => ({
    ...(response as { text: string; skipped: boolean }),
    id,
    confidence,
    receivedAt,
  }))
  return all.find(({ skipped }) => !written || !skipped) ?? null
}

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
