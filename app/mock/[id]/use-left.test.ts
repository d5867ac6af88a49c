import { expect, test } from 'vitest'
import { clockFace, leftAt, spoken } from './use-left.ts'

test.each([
  [0, '00:00'],
  [1, '00:01'],
  [555_000, '09:15'],
  [3_600_000, '1:00:00'],
  [3_750_000, '1:02:30'],
])('%d ms on the clock are %s', (ms, face) => {
  expect(clockFace(ms)).toBe(face)
})

const minute = 60_000

test.each([
  [10 * minute + 1, 10 * minute, '10 minutes left.'],
  [10 * minute, 10 * minute - 250, null],
  [2 * minute + 100, 2 * minute - 150, '2 minutes left.'],
  [100, 0, 'Time is over.'],
  [0, 0, null],
  // a laptop that slept says only what is true now
  [12 * minute, 4 * minute, '5 minutes left.'],
])('from %d to %d ms left: %j', (before, after, words) => {
  expect(spoken(before, after)).toBe(words)
})

test('R9: the time left follows the server, not the wall clock of the device', () => {
  const times = {
    now: '2026-11-24T09:10:00.000Z',
    deadline: '2026-11-24T09:20:00.000Z',
    pausedAt: null,
  }
  expect(leftAt(times, 0)).toBe(600_000)
  expect(leftAt(times, 90_000)).toBe(510_000)
  expect(leftAt({ ...times, pausedAt: '2026-11-24T09:05:00.000Z' }, 90_000)).toBe(900_000)
  expect(leftAt({ ...times, deadline: null }, 0)).toBeNull()
})
