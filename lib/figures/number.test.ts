import { expect, test } from 'vitest'
import { decimal, list, penalty } from './number.ts'

test.each([
  [0, 2, '0'],
  [-0, 2, '0'],
  [0.004, 2, '0.00'],
  [-0.004, 2, '0.00'],
  [-1.234, 2, '−1.23'],
  [1.505, 2, '1.50'],
  [1.505 + 3e-16, 2, '1.50'],
  [-2, 0, '−2'],
  [NaN, 2, '–'],
])('decimal(%f, %i) is %s', (x, digits, text) => {
  expect(decimal(x, digits)).toBe(text)
})

test.each([
  [0.000012, '0.000012'],
  [0.0001, '0.00010'],
  [0.005, '0.0050'],
  [0.0152, '0.015'],
  [0.25, '0.25'],
  [12.34, '12.3'],
])('a penalty of %f is written %s', (x, text) => {
  expect(penalty(x)).toBe(text)
})

test.each([
  [[], ''],
  [['β1'], 'β1'],
  [['β1', 'β3'], 'β1 and β3'],
  [['β1', 'β3', 'β5'], 'β1, β3 and β5'],
])('%j reads "%s"', (words, text) => {
  expect(list(words)).toBe(text)
})
