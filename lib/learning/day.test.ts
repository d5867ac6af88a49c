import { expect, test } from 'vitest'
import { daysBetween, dayOf, plusDays, startOf } from './day.ts'

test.each([
  ['2026-11-23', 'UTC', '2026-11-23T00:00:00Z'],
  ['2026-11-23', 'America/Los_Angeles', '2026-11-23T08:00:00Z'],
  ['2026-11-23', 'Pacific/Kiritimati', '2026-11-22T10:00:00Z'],
  ['2026-11-23', 'Pacific/Pago_Pago', '2026-11-23T11:00:00Z'],
  ['2026-11-23', 'Asia/Kathmandu', '2026-11-22T18:15:00Z'],
  // Clocks go forward and back at night; in Beirut and Santiago at midnight itself.
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
  ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'],
])('%s begins in %s at %s', (day, timeZone, instant) => {
  const start = startOf(day, timeZone)
  expect(start).toEqual(new Date(instant))
  expect(dayOf(start, timeZone)).toBe(day)
  expect(dayOf(new Date(start.getTime() - 1), timeZone)).toBe(plusDays(day, -1))
})

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %d days are %s', (day, by, expected) => {
  expect(plusDays(day, by)).toBe(expected)
  expect(daysBetween(day, expected)).toBe(by)
})

test('a zone that does not exist is refused', () => {
  expect(() => dayOf(new Date(0), 'Europe/Atlantis')).toThrow(RangeError)
})
