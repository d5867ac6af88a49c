import { describe, expect, test } from 'vitest'
import { emptyResponse, isUntouched, unfinished } from '#lib/quiz/kinds/item.ts'
import { type AskedPlot, regionAt } from '#lib/quiz/kinds/plot.ts'
import { asked, type Item, itemSchema, score } from './item.ts'
import { tokenOf } from './token.ts'

const fields = { id: 'one', prompt: 'Which?', why: 'Because.' }
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(tokenOf) as [string, string, string, string]

const ordering = read({
  kind: 'ordering',
  steps: ['a', 'b', 'c', 'd'].map((text) => ({ id: `step-${text}`, text })),
})
const matching = read({
  kind: 'matching',
  pairs: [
    { left: 'A', right: 'a' },
    { left: 'B', right: 'b' },
    { left: 'C', right: 'c' },
    { left: 'D', right: 'd' },
  ],
})
const fill = read({ kind: 'fill', accept: ['soft-thresholding', '1 / (1 + λ)'] })
const plot = read({
  kind: 'plot',
  demo: 'geometry',
  state: '1.budget~1',
  regions: [
    { id: 'one', label: 'a', x: [0, 1], y: [0, 1], right: true },
    { id: 'two', label: 'b', x: [1.5, 2], y: [-1, 1] },
  ],
})
const spot = read({ kind: 'spot', lines: ['x = 1', 'x = x - 1', 'y = 1 / x'], wrong: 3 })
const claim = read({
  kind: 'claim',
  statement: 'It is so.',
  truth: false,
  reasons: [
    { id: 'one', text: 'a', right: true },
    { id: 'two', text: 'b' },
    { id: 'three', text: 'c' },
  ],
})

// Of the six pairs of four steps, as many as stand the wrong way round cost a third each.
test.each([
  [[a, b, c, d], 1, 'no pair'],
  [[b, a, c, d], 1 - 1 / 3, 'ab'],
  [[b, a, d, c], 1 - 2 / 3, 'ab, cd'],
  [[c, a, b, d], 1 - 2 / 3, 'ac, bc'],
  [[d, a, b, c], 0, 'ad, bd, cd: half of the pairs, as chance would have it'],
  [[b, c, d, a], 0, 'ab, ac, ad'],
  [[d, c, b, a], 0, 'all, and not below zero'],
])('ordering %j scores %f: %s', (response, expected) => {
  expect(grade(ordering, response)).toBeCloseTo(expected, 12)
})

test.each([
  [[a, b, c, d], 1],
  [[a, b, d, c], 0.5],
  [[a, '', '', ''], 0.25],
  [[a, a, a, a], 0.25],
  [[b, a, d, c], 0],
])('matching %j scores %d', (response, expected) => {
  expect(grade(matching, response)).toBe(expected)
})

test.each([
  ['soft thresholding', 1],
  ['The Soft-Thresholding', 1],
  ['1/(1+lambda)', 1],
  ['1/(1-λ)', 0],
  ['soft tresholding', 0],
])('fill %j scores %d', (response, expected) => {
  expect(grade(fill, response)).toBe(expected)
})

test.each([
  [plot, a, 1],
  [plot, b, 0],
  [spot, '3', 1],
  [spot, '2', 0],
  [claim, ['false', a], 1],
  [claim, ['false', b], 0.4],
  [claim, ['false', ''], 0.4],
  [claim, ['true', a], 0],
])('%#: %j scores %d', (item, response, expected) => {
  expect(grade(item, response)).toBe(expected)
})

test.each([
  [ordering, [], 'Move the steps into order first.'],
  [ordering, [a, b, c], 'Put every step into the order, each once.'],
  [ordering, [a, b, c, c], 'Put every step into the order, each once.'],
  [ordering, 'abcd', 'Move the steps into order first.'],
  [ordering, ['step-a', 'step-b', 'step-c', 'step-d'], 'Put every step into the order, each once.'],
  [matching, ['', '', '', ''], 'Match at least one of them.'],
  [matching, [a], 'Match at least one of them.'],
  [matching, [a, b, c, 'nothing'], 'Match at least one of them.'],
  [fill, ' ', 'Type a word or a short formula.'],
  [fill, 7, 'Type a word or a short formula.'],
  [fill, 'x'.repeat(81), 'Use at most 80 characters: a word or a short formula is asked for.'],
  [plot, '', 'Choose one of the places.'],
  [plot, 'one', 'Choose one of the places.'],
  [spot, '0', 'Choose the line that is wrong.'],
  [spot, 3, 'Choose the line that is wrong.'],
  [claim, ['', a], 'Say first whether it is true.'],
  [claim, 'true', 'Say first whether it is true.'],
  [claim, ['true', 'one'], 'Choose one of the reasons.'],
  [claim, ['true', a, b], 'Choose one of the reasons.'],
])('%#: %j cannot be graded, and gets a sentence', (item, response, problem) => {
  expect(score(item, response, 0)).toEqual({ problem })
})

test.each([ordering, matching, fill, plot, spot, claim])(
  '%#: what nobody has touched is not graded',
  (item) => {
    const shown = asked(item, 1)
    expect(isUntouched(shown, emptyResponse(shown))).toBe(true)
    expect(score(item, emptyResponse(shown), 1)).toHaveProperty('problem')
  },
)

test('what is half done is told, and still counts', () => {
  expect(unfinished(asked(matching, 0), [a, '', c, ''])).toBe('Not matched yet: B, D.')
  expect(unfinished(asked(matching, 0), [a, b, c, d])).toBe(null)
  expect(unfinished(asked(claim, 0), ['true', ''])).toBe('Choose the reason too.')
  expect(unfinished(asked(claim, 0), ['true', a])).toBe(null)
})

test('a point belongs to the region that holds it, edges included, or to none', () => {
  const shown = asked(plot, 0) as AskedPlot
  expect(regionAt(shown, { x: 0.5, y: 0.5 })?.id).toBe(a)
  expect(regionAt(shown, { x: 1, y: 0 })?.id).toBe(a)
  expect(regionAt(shown, { x: 1.7, y: -1 })?.id).toBe(b)
  expect(regionAt(shown, { x: 1.2, y: 0.5 })).toBeUndefined()
  expect(regionAt(shown, { x: 0.5, y: 1.01 })).toBeUndefined()
})

describe('a faulty item is refused', () => {
  const region = { id: 'three', label: 'c', x: [0.5, 3], y: [0, 2] }
  test.each([
    [
      'two steps',
      {
        ...ordering,
        steps: [
          { id: 'a', text: 'a' },
          { id: 'b', text: 'b' },
        ],
      },
    ],
    [
      'equal steps',
      { ...ordering, steps: ['a', 'a', 'b'].map((text, i) => ({ id: `s${i}`, text })) },
    ],
    [
      'equal rights',
      { ...matching, pairs: ['a', 'b', 'c'].map((left) => ({ left, right: 'same' })) },
    ],
    ['forms that are read alike', { ...fill, accept: ['ridge', 'The Ridge'] }],
    ['a form of nothing', { ...fill, accept: ['.'] }],
    [
      'no region right',
      { ...plot, regions: [region, { ...region, id: 'four', label: 'd', x: [4, 5] }] },
    ],
    [
      'regions that overlap',
      { ...plot, ...('regions' in plot && { regions: [...plot.regions, region] }) },
    ],
    ['a region upside down', { ...plot, regions: [{ ...region, right: true, y: [2, 0] }] }],
    ['a line that is not there', { ...spot, wrong: 4 }],
    ['lines counted from 0', { ...spot, wrong: 0 }],
    ['no reason right', { ...claim, reasons: ['a', 'b', 'c'].map((text) => ({ id: text, text })) }],
  ])('%s', (_name, item) => {
    expect(itemSchema.safeParse(item).success).toBe(false)
  })
})

function read(rest: object): Item {
  return itemSchema.parse({ ...fields, ...rest })
}

function grade(item: Item, response: unknown): number | undefined {
  const result = score(item, response, 0)
  return 'feedback' in result ? result.feedback.score.low : undefined
}
