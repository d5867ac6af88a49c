import { expect, test } from 'vitest'
import { evidence, forCalibration, forMastery, type Graded } from './evidence.ts'

function graded(hour: number, more: Partial<Graded> = {}): Graded {
  return {
    itemId: 'q-0001/a',
    kind: 'single',
    answerId: null,
    confidence: null,
    score: 1,
    at: new Date(Date.parse('2026-11-23T00:00:00Z') + hour * 3_600_000),
    byMachine: true,
    ...more,
  }
}

const scores = (attempts: Graded[], timeZone = 'UTC') =>
  evidence(attempts, timeZone).map(({ score }) => score)

test('of several attempts at one item on one day the first counts, in whatever order they come', () => {
  expect(scores([graded(9, { score: 1 }), graded(8, { score: 0 })])).toEqual([0])
  expect(scores([graded(8, { score: 0 }), graded(30, { score: 1 })])).toEqual([0, 1])
  expect(scores([graded(8), graded(8, { itemId: 'q-0001/b' })])).toEqual([1, 1])
})

test('days are the reader’s own', () => {
  // 4:00 and 9:00 UTC lie on both sides of midnight in Los Angeles.
  const both = [graded(4, { score: 0 }), graded(9, { score: 1 })]
  expect(scores(both)).toEqual([0])
  expect(scores(both, 'America/Los_Angeles')).toEqual([0, 1])
})

test('a rubric that is marked anew counts once, as it was marked last', () => {
  const rubric = { itemId: 'q-0001/rubric', kind: 'rubric', byMachine: false }
  const first = graded(8, { ...rubric, answerId: 'A', score: 0.2 })
  const again = graded(40, { ...rubric, answerId: 'A', score: 0.6 })
  const other = graded(41, { ...rubric, answerId: 'B', score: 0.9 })
  expect(evidence([first, again, other], 'UTC')).toMatchObject([
    { score: 0.6, at: first.at },
    { score: 0.9, at: other.at },
  ])
  expect(first.score).toBe(0.2)
})

test('a second answer on the same day, after ours was read, is not evidence', () => {
  const rubric = { itemId: 'q-0001/rubric', kind: 'rubric', byMachine: false }
  const first = graded(8, { ...rubric, answerId: 'A', score: 0.2 })
  const again = graded(9, { ...rubric, answerId: 'B', score: 0.9 })
  expect(scores([first, again])).toEqual([0.2])
})

test('predictions feed calibration and never mastery; what the reader grades never calibration', () => {
  const all = [
    graded(1, { itemId: 'q/p', kind: 'predict', confidence: 3, score: 0 }),
    graded(2, { itemId: 'q/s', confidence: 2 }),
    graded(3, { itemId: 'q/t' }),
    graded(4, { itemId: 'q/rubric', kind: 'rubric', byMachine: false, confidence: 1 }),
  ]
  expect(forMastery(all).map(({ itemId }) => itemId)).toEqual(['q/s', 'q/t', 'q/rubric'])
  expect(forCalibration(all)).toEqual([
    { confidence: 3, score: 0 },
    { confidence: 2, score: 1 },
  ])
})
