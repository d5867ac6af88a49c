import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWhatWasSent } from './receipt.ts'

const parcel = {
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  itemId: 'reg-0001/answer',
  contentHash: 'f'.repeat(64),
  seed: 0,
  response: { text: 'Zeros.', skipped: false },
  confidence: 2,
  elapsedMs: 1,
}
const { itemId: _, contentHash: __, elapsedMs: ___, ...same } = parcel
const stored = { ...same, item: 'answer', kind: 'answer', score: null, receivedAt: 'now' }
const sent = { what: 'answer', body: parcel } as const

test.each([
  ['the same', stored, true],
  ['the same in another order', { ...stored, response: { skipped: false, text: 'Zeros.' } }, true],
  ['a letter less', { ...stored, response: { text: 'Zeros', skipped: false } }, false],
  ['a member more', { ...stored, response: { ...parcel.response, more: 1 } }, false],
  ['another confidence', { ...stored, confidence: null }, false],
  ['another seed', { ...stored, seed: 1 }, false],
  ['another item', { ...stored, item: 'rubric' }, false],
  ['another id', { ...stored, id: '01ARZ3NDEKTSV4RRFFQ69G5FAW' }, false],
])('of an answer, %s', (_name, one, expected) => {
  expect(isWhatWasSent(sent, { results: [one] })).toBe(expected)
})

test('nothing stored, or no list of it, is no receipt', () => {
  expect(isWhatWasSent(sent, { results: [] })).toBe(false)
  expect(isWhatWasSent(sent, {})).toBe(false)
})

test('whatever was answered: what went through JSON is the same', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const response: unknown = JSON.parse(json)
      const reply = JSON.parse(JSON.stringify({ results: [{ ...stored, response }] }))
      return isWhatWasSent({ what: 'answer', body: { ...parcel, response } }, reply)
    }),
  )
})

test.each([
  ['both lines', [line('a', 3), line('b', 1)], true],
  ['both, with what came of one', [line('b', 1), line('a', 3), line('a/zeros', 1)], true],
  ['one of them', [line('a', 3)], false],
  ['another grade', [line('a', 3), line('b', 2)], false],
])('of reviews, %s', (_name, lines, expected) => {
  const body = [line('a', 3), line('b', 1)]
  expect(isWhatWasSent({ what: 'grades', body }, { cards: [], stored: lines })).toBe(expected)
})

function line(id: string, grade: number) {
  return { id, event: 'graded', grade }
}
