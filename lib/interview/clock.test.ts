import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standard } from './blueprint.ts'
import {
  accepts,
  acceptsItem,
  closing,
  givenMinutes,
  GRACE_MS,
  isOverdue,
  left,
  limits,
  openFor,
  started,
  stopped,
  type Times,
} from './clock.ts'

const start = new Date('2026-11-24T09:00:00Z')
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000)

function times(more: Partial<Times> = {}): Times {
  const deadline = at(1200)
  const known = { deadline, pausedAt: null, closedAt: null, openedAt: start, ...more }
  return { closesAt: closing(known, start), ...known }
}

describe('limits', () => {
  test.each([
    [{ ...standard }, 20 * 60_000, null],
    [{ ...standard, pace: 1.5 as const }, 30 * 60_000, null],
    [{ ...standard, clock: 'none' as const }, null, null],
    // 8 and 2.5 minutes, twice
    [{ ...standard, clock: 'per-item' as const, pace: 2 as const }, 1_260_000, [960_000, 300_000]],
    [{ ...standard, length: { items: 2 } }, 630_000, null],
  ])('%j', (blueprint, whole, each) => {
    expect(limits(blueprint, [8, 2.5])).toEqual({ whole, each })
  })

  test.each([
    [{ ...standard }, 20], // and not the 19.5 that are planned
    [{ ...standard, pace: 1.5 as const }, 30],
    [{ ...standard, clock: 'none' as const, pace: 2 as const }, 19.5],
    [{ ...standard, clock: 'per-item' as const, pace: 2 as const }, 39],
    [{ ...standard, length: { items: 9 } }, 19.5],
  ])('of 19.5 planned minutes %j gives %f', (blueprint, given) => {
    expect(givenMinutes(blueprint, 19.5)).toBe(given)
  })
})

test.each([
  [1199, true],
  [1200, true],
  [1260, true], // the last instant of the grace
  [1260.001, false],
])('R9: an answer received after %d s counts: %j', (seconds, counts) => {
  expect(accepts(times(), at(seconds))).toBe(counts)
})

test.each([
  [1260.001, false],
  [1272, false], // what was received in time has been stored by then
  [1272.001, true],
])('it has to be ended after %d s: %j', (seconds, isOver) => {
  expect(isOverdue(times(), at(seconds))).toBe(isOver)
  expect(isOverdue(times({ closedAt: at(600) }), at(seconds))).toBe(false)
})

test('an item of its own limit takes answers for as long and the grace', () => {
  expect(acceptsItem(null, 1e9)).toBe(true)
  expect(acceptsItem(90_000, 90_000 + GRACE_MS)).toBe(true)
  expect(acceptsItem(90_000, 90_001 + GRACE_MS)).toBe(false)
})

test('what is left stands while paused, and is never negative', () => {
  expect(left(times(), at(300))).toBe(900_000)
  expect(left(times({ pausedAt: at(300) }), at(5000))).toBe(900_000)
  expect(left(times(), at(5000))).toBe(0)
  expect(left(times({ deadline: null }), at(5000))).toBeNull()
})

test('without a running clock it waits for a week', () => {
  const week = at(7 * 86_400)
  expect(closing({ deadline: null, pausedAt: null }, start)).toEqual(week)
  expect(closing({ deadline: at(1200), pausedAt: start }, start)).toEqual(week)
})

test('the time of an item ends with the pause, the deadline, the end, or now', () => {
  const seconds = fc.option(fc.integer({ min: 0, max: 4000 }))
  fc.assert(
    fc.property(seconds, seconds, fc.integer({ min: 0, max: 4000 }), (paused, closed, now) => {
      const state = times({
        pausedAt: paused === null ? null : at(paused),
        closedAt: closed === null ? null : at(closed),
      })
      const expected = Math.min(now, paused ?? now, closed ?? now, 1200)
      expect(openFor(state, at(now))).toBe(expected * 1000)
    }),
  )
})

test('R9: 10,000 courses: what counts is the time that ran, whatever was paused and when', () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(minutes, fc.boolean(), (steps, isTimed) => {
      let state = times({ deadline: isTimed ? at(1200) : null })
      // The reference: seconds that ran, and since when it stands.
      let [now, ran, stood] = [0, 0, 0]
      for (const [nth, step] of steps.entries()) {
        now += step
        if (state.pausedAt === null) ran += step
        else stood += step
        const isOver = isTimed && state.pausedAt === null && ran > 1200 + 60
        expect(accepts(state, at(now))).toBe(!isOver)
        if (isOver) return
        const expected = isTimed ? Math.max(0, 1200 - ran) * 1000 : null
        expect(left(state, at(now))).toBe(expected)
        if (nth % 2 === 1 && state.pausedAt === null) continue
        if (state.pausedAt !== null) {
          state = { ...state, ...started({ ...state, pausedAt: state.pausedAt }, at(now)) }
          stood = 0
        } else {
          const next = stopped(state, at(now))
          expect(next === null).toBe(isTimed && ran >= 1200)
          if (next) state = { ...state, ...next }
        }
      }
      expect(stood).toBeLessThan(7 * 86_400)
    }),
    { numRuns: 10_000 },
  )
})

test.each([
  [7 * 86_400, true],
  [7 * 86_400 + 0.001, false],
])('a pause that has lasted %d s is still one: %j', (seconds, counts) => {
  const state = times()
  const paused = { ...state, ...stopped(state, at(100))! }
  expect(accepts(paused, at(100 + seconds))).toBe(counts)
})
