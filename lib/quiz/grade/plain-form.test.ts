import { expect, test } from 'vitest'
import { plainForm } from './plain-form.ts'

test.each([
  ['Cross-Validation', 'cross validation'],
  ['crossvalidation', 'cross‑validation'],
  ['k-means', 'K means'],
  ['the lasso', ' Lasso. '],
  ['an elastic net', '“elastic net”'],
  ['naïve Bayes', 'Naive Bayes'],
  ['ﬁt', 'fit'],
  ['ＬＡＳＳＯ', 'lasso'],
  ['x²', 'x^2'],
  ['10⁻³', '10^-3'],
  ['λ', '\\lambda'],
  ['λ/n', 'lambda / N'],
  ['β₁', 'beta1'],
  ['½', '1/2'],
  ['n − 1', 'n-1'],
  ['n – p', 'n-p'],
  ['2 · 3', '2*3'],
  ['a ≤ b', 'a<=b'],
  ['X’X', "X'X"],
])('%j and %j are alike', (one, other) => {
  expect(plainForm(one)).toBe(plainForm(other))
})

test.each([
  ['lasso', 'laso'],
  ['n-1', 'n1'],
  ['n-p', 'np'],
  ['λ−1', 'λ1'],
  ['x2', 'x²'],
  ['1.5', '15'],
  ['a + b', 'b'],
  ['theta', 'ta'],
  ['ridge', 'ridges'],
  ["x'", 'x'],
  ['0.25', '.25'],
])('%j and %j are not', (one, other) => {
  expect(plainForm(one)).not.toBe(plainForm(other))
})
