import { expect, test } from 'vitest'
import { heard } from './heard.ts'

test.each([
  ['It has corners.', ['corner'], ['corners'], 'a plural of the last word'],
  ['CORNER, corner', ['corner'], ['CORNER', 'corner'], 'any case, each time'],
  ['a cornered model', ['corner'], [], 'not inside another word'],
  ['the model is', ['mode'], [], 'nor as its beginning'],
  [
    'cross-validation; cross\nvalidation',
    ['cross validation'],
    ['cross-validation', 'cross\nvalidation'],
    'hyphens and breaks are spaces',
  ],
  ['n − 1, n - 1', ['n - 1'], ['n − 1', 'n - 1'], 'and a minus sign as typed or as set'],
  ['it doesn’t matter', ["doesn't matter"], ['doesn’t matter'], 'either apostrophe'],
  ['λ|β| or (a+b)', ['|β|', '(a+b)'], ['|β|', '(a+b)'], 'signs are signs'],
  ['exact zeros', ['exact zero', 'zeros'], ['exact zeros'], 'overlapping cues are one span'],
  ['', ['corner'], [], 'an empty answer says nothing'],
  ['at 3 \u212A', ['k'], ['\u212A'], 'a sign that is a letter in another case'],
  ['corner’s cornerless corneres cornerses', ['corner'], ['corner', 'corneres'], 'or es, once'],
  ['a 𝑥y 𝑥 b', ['𝑥'], ['𝑥'], 'nor as the beginning of a word in letters for formulas'],
  ['Ridge\u017F', ['ridges'], ['Ridge\u017F'], 'nor is a long s another letter'],
])('%j with %j: %j (%s)', (text, cues, words) => {
  const spans = heard(text, [{ id: 'x', cues }])['x'] ?? []
  expect(spans.map(([start, end]) => text.slice(start, end))).toEqual(words)
})

test('only what was heard has an entry', () => {
  const listeners = [
    { id: 'a', cues: ['zero'] },
    { id: 'b', cues: ['prior'] },
    { id: 'c', cues: [] },
  ]
  expect(Object.keys(heard('It gives zeros.', listeners))).toEqual(['a'])
})
