import { expect, test } from 'vitest'
import { ulid } from 'ulid'
import { day, moment } from './our-time.ts'
import { reviewEntry } from './review-entry.ts'

// The database has no year 0: it was answered with 500.
test.each([
  ['0000-01-01', false],
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['2200-01-01', false],
  ['9999-12-31', false],
])('%s is of our time: %s', (text, isOurs) => {
  expect(day.safeParse(text).success).toBe(isOurs)
  const dueAt = `${text}T00:00:00.000Z`
  expect(moment.safeParse(dueAt).success).toBe(isOurs)
  const postponed = { id: ulid(), questionId: 'reg-0001', event: 'postponed', dueAt }
  expect(reviewEntry.safeParse(postponed).success).toBe(isOurs)
})
