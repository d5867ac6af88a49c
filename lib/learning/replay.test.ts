import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardKey, type Grade } from './card.ts'
import { replay, type ReviewEvent } from './replay.ts'
import { newCard, review } from './schedule.ts'

const name = { questionId: 'reg-0001', keyPointId: '' }
const key = cardKey(name)

test('reviews in a row are the scheduler’s own', () => {
  const card = replay([graded('a', 1, 3), graded('b', 4, 2)]).get(key)
  expect(card).toEqual(review(review(newCard(name, at(1)), 3, at(1)), 2, at(4)))
})

test('an override lasts until the next review, and an undone line has never been', () => {
  const log: ReviewEvent[] = [
    graded('a', 1, 3),
    { ...name, id: 'b', at: at(2), event: 'overridden', dueAt: at(30) },
  ]
  expect(replay(log).get(key)?.due).toEqual(at(30))
  expect(replay([...log, undo('c', 3, 'b')])).toEqual(replay([graded('a', 1, 3)]))
  expect(replay([...log, undo('c', 3, 'b'), undo('d', 4, 'c')]).get(key)?.due).toEqual(at(30))
  expect(replay([...log, undo('c', 3, 'a')])).toEqual(new Map())
})

test('a line can only take back what is older', () => {
  expect(replay([undo('a', 1, 'b'), graded('b', 2, 3)]).get(key)?.reps).toBe(1)
})

const history = fc
  .array(
    fc.record({
      question: fc.integer({ min: 1, max: 6 }),
      day: fc.double({ min: 0, max: 400, noNaN: true }),
      what: fc.constantFrom('graded', 'overridden', 'postponed', 'undone' as const),
      grade: fc.constantFrom(1, 2, 3, 4 as const),
      target: fc.nat(),
    }),
    { maxLength: 300 },
  )
  .map((lines) =>
    lines.map(({ question, day, what, grade, target }, i): ReviewEvent => {
      const line = { id: `e${i}`, at: at(day), questionId: `q-000${question}`, keyPointId: '' }
      if (what === 'graded') return { ...line, event: 'graded', grade: grade as Grade }
      if (what === 'undone') return { ...line, event: 'undone', undoes: `e${target % (i + 1)}` }
      return { ...line, event: what as 'overridden', dueAt: at(day + 3) }
    }),
  )

test('the order in which lines arrive does not matter', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (log, keys) => {
      const shuffled = log
        .map((line) => ({ line, by: keys.next().value as number }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ line }) => line)
      expect(replay(shuffled)).toEqual(replay(log))
    }),
    { numRuns: 60 },
  )
})

test('undoing the last line gives exactly what was there before it', () => {
  fc.assert(
    fc.property(history, (log) => {
      const latest = graded('z', 500, 3)
      const before = replay(log)
      expect(replay([...log, latest, undo('zz', 501, 'z')])).toEqual(before)
    }),
    { numRuns: 60 },
  )
})

function graded(id: string, day: number, grade: Grade): ReviewEvent {
  return { ...name, id, at: at(day), event: 'graded', grade }
}

function undo(id: string, day: number, undoes: string): ReviewEvent {
  return { ...name, id, at: at(day), event: 'undone', undoes }
}

function at(day: number): Date {
  return new Date(Date.parse('2026-01-01T08:00:00Z') + Math.round(day * 86_400_000))
}
