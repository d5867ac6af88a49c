import type { Statuses } from '#lib/study/open-statuses.ts'

/** Where a reader stands with each question, in the words by which it can be filtered. */
export function statusWords(statuses: Statuses | null) {
  if (statuses === null) return null
  return Object.fromEntries(
    Object.entries(statuses).map(([id, { status, starred, parked }]) => [
      id,
      [status, ...(starred ? ['starred'] : []), ...(parked ? ['parked'] : [])],
    ]),
  )
}
