import { expect, test } from 'vitest'
import { postponed } from './brief.ts'

const tomorrow = '2026-11-24T00:00:00.000Z'

test.each([
  ['2026-11-23T18:00:00.000Z', 1, 'due today'],
  ['2026-10-01T00:00:00.000Z', 1, 'due long ago'],
  [null, 1, 'never dated'],
  [undefined, 1, 'from a list that holds only what is due'],
  ['2026-11-24T00:00:00.000Z', 0, 'due tomorrow already'],
  ['2026-12-20T09:00:00.000Z', 0, 'due later: it would come sooner than it has to'],
])('a card with the date %s: %i line (%s)', (dueAt, lines, _why) => {
  const card = { questionId: 'reg-0001', keyPointId: '', ...(dueAt !== undefined && { dueAt }) }
  const moved = postponed([card], tomorrow)
  expect(moved).toHaveLength(lines)
  for (const line of moved) expect(line).toMatchObject({ event: 'postponed', dueAt: tomorrow })
})
