import { decodeTime } from 'ulid'
import { expect, test } from 'vitest'
import { ulid } from './ulid.ts'

test('an id carries its time, as the reference implementation reads it, and sorts by it', () => {
  const ids = [0, 1, 1_795_421_234_567, 2 ** 48 - 1].map((time) => [time, ulid(time)] as const)
  for (const [time, id] of ids) {
    expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    expect(decodeTime(id)).toBe(time)
  }
  expect(ids.map(([, id]) => id)).toEqual(ids.map(([, id]) => id).toSorted())
})

test('10,000 ids of one moment are all different', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => ulid(1))).size).toBe(10_000)
})
