import type { Heard } from '#lib/study/heard-in-answer.ts'
import type { JournalState } from './journal.ts'

/** An answer in words, stored or on its way. */
export type Answer = {
  id: string
  text: string
  skipped: boolean
  confidence: number | null
  /** ISO 8601; null until the server has it. */
  receivedAt: string | null
  /** What it may say, by the author's cues; null until the server has it. */
  heard: Heard | null
}

/** The newest answer, or the newest that was not skipped. */
export function latestAnswer(
  { waiting, attempts }: JournalState,
  written?: 'written',
): Answer | null {
  const onTheWay = waiting
    .filter(({ itemId, refused }) => itemId.endsWith('/answer') && refused === undefined)
    .map((parcel) => ({ ...parcel, receivedAt: null, heard: null }))
    .toReversed()
  const stored = attempts.filter(({ item }) => item === 'answer')
  const all = [...onTheWay, ...stored].map(({ id, response, confidence, receivedAt, heard }) => ({
    ...(response as { text: string; skipped: boolean }),
    id,
    confidence,
    receivedAt,
    heard,
  }))
  return all.find(({ skipped }) => !written || !skipped) ?? null
}
