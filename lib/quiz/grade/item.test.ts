import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asked, itemSchema, score, type Item } from './item.ts'
import { shuffled } from './shuffled.ts'

const multiple = itemSchema.parse({
  id: 'zeros',
  kind: 'multiple',
  prompt: 'Which hold?',
  why: 'Because.',
  options: [
    { id: 'a', text: 'A', right: true, why: 'yes' },
    { id: 'b', text: 'B', right: true, why: 'yes' },
    { id: 'c', text: 'C', why: 'no' },
    { id: 'd', text: 'D', why: 'no' },
  ],
})

const numeric = itemSchema.parse({
  id: 'shrink',
  kind: 'numeric',
  prompt: 'Soft-threshold 0.75 by 0.5.',
  why: 'Subtract, stop at zero.',
  answer: 0.25,
  abs: 0.005,
  named: [{ value: 1.25, message: 'The sign: the penalty pulls towards zero.' }],
})

const single = itemSchema.parse({
  id: 'which',
  kind: 'single',
  prompt: 'Which one?',
  why: 'Because.',
  options: [
    { id: 'a', text: 'A', right: true, why: 'yes' },
    { id: 'b', text: 'B', why: 'no' },
  ],
})

test.each([
  [['a', 'b'], 1, 'all right'],
  [['a'], 0.5, 'half of them'],
  [['a', 'c'], 0, 'one hit, one false alarm'],
  [['a', 'b', 'c'], 0.5, 'all hits, one false alarm'],
  [['a', 'b', 'c', 'd'], 0, 'choosing everything earns nothing'],
  [['d'], 0, 'never below zero'],
])('multiple %j scores %d: %s', (response, expected) => {
  expect(grade(multiple, response)).toBe(expected)
})

test.each([
  ['0.25', 1],
  ['1/4', 1],
  ['25%', 1],
  ['2.5e-1', 1],
  ['0,25', 1],
  [' .25 ', 1],
  ['0.255', 1],
  ['0.2551', 0],
  ['−0.25', 0],
  ['1.25', 0],
])('numeric %j scores %d', (response, expected) => {
  expect(grade(numeric, response)).toBe(expected)
})

test('a named wrong answer says what slipped', () => {
  const result = score(numeric, '1.25', 0)
  expect('feedback' in result && result.feedback.message).toContain('sign')
})

test.each([
  [0.4375, { abs: 0.01 }, '0.4375'], // as it was written
  [-0.8, { abs: 0.05 }, '−0.8'],
  [1 / 3, { abs: 0.006 }, '0.3333'],
  [-4 / 3, { abs: 0.01 }, '−1.333'],
  [0.1 + 0.2, { abs: 0.01 }, '0.3'],
  [153533.33333333, { rel: 0.03 }, '153533'],
])('of an answer %d within %j a reader is shown %s', (answer, tolerance, shown) => {
  const fields = { id: 'one', kind: 'numeric', prompt: 'How much?', why: 'So.' }
  const item = itemSchema.parse({ ...fields, answer, ...tolerance })
  const result = score(item, '99', 0)
  expect(result).toMatchObject({ feedback: { answer: shown } })
})

test.each([
  [numeric, 'abc'],
  [numeric, '1/0'],
  [numeric, '1/2/3'],
  [numeric, ''],
  [numeric, 0.25],
  [numeric, 'Infinity'],
  [single, 'z'],
  [single, ['a']],
  [multiple, []],
  [multiple, ['a', 'a']],
  [multiple, 'a'],
  [multiple, [{ id: 'a' }]],
])('%#: a response that cannot be graded gets a sentence', (item, response) => {
  expect(score(item, response, 0)).toEqual({ problem: expect.stringMatching(/\.$/) })
})

describe('what leaves the server', () => {
  test.each([single, multiple, numeric])('%# holds neither key nor reason', (item) => {
    const text = JSON.stringify(asked(item, 7))
    for (const secret of ['right', 'why', 'answer', 'named', 'Because', 'Subtract', 'yes']) {
      expect(text).not.toContain(secret)
    }
  })
})

test('an order is a permutation, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
      expect(shuffled(list, seed).toSorted()).toEqual(list.toSorted())
      expect(shuffled(list, seed)).toEqual(shuffled(list, seed))
    }),
  )
})

test.each([
  [{ ...single, options: single.kind === 'single' ? [single.options[1]] : [] }],
  [{ ...numeric, abs: undefined }],
  [{ ...numeric, rel: 0.1 }],
  [{ ...numeric, named: [{ value: 0.2501, message: 'is the answer itself' }] }],
  [{ ...single, id: 'rubric' }],
  [{ ...single, extra: 1 }],
])('%#: a faulty item is refused', (item) => {
  expect(itemSchema.safeParse(item).success).toBe(false)
})

function grade(item: Item, response: unknown): number | undefined {
  const result = score(item, response, 0)
  return 'feedback' in result ? result.feedback.score.low : undefined
}
