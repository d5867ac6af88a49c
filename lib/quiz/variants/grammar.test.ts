import { expect, test } from 'vitest'
import { falseEquations, faultsOfLabel, faultsOfText } from './grammar.ts'

test.each([
  ['Right', /^no sentence/],
  ['It is 2. and no more.', /^a sentence without a capital/],
  ['It is so. and no more.', /^a sentence without a capital/],
  ['It is NaN.', /^a value that is none/],
  ['It is -2.', /^a hyphen for a minus sign/],
  ['It is |-2|.', /^a hyphen for a minus sign/],
  ['It is 1 + −2.', /^two signs in a row/],
  ['It is 1 − −2.', /^two signs in a row/],
  ['It is −0.', /^minus nothing/],
  ['It is −0.00.', /^minus nothing/],
  ['It is 0.30000000004.', /^digits of binary fractions/],
  ['It is 3e-7.', /^digits of binary fractions/],
  ['There are 3 row.', /^a wrong plural, “3 row”/],
  ['There is 1 rows.', /^a wrong plural, “1 rows”/],
  ['There are two centred column.', /^a wrong plural, “two column”/],
  ['There are 1\u202f000 transaction.', /^a wrong plural/],
  ['There is one standard errors.', /^a wrong plural, “one errors”/],
  ['There are 0 penalty.', /^a wrong plural/],
  ['There are 1.5 unit.', /^a wrong plural/],
  ['Of 3 rows 1 return.', /^a wrong verb, “1 return”/],
  ['So 2 coefficients leaves.', /^a wrong verb, “2 coefficients leaves”/],
  ['There are 3 oxen.', /^a word that is in no list, “3 oxen”/],
  ['Each rows.', /^one of several/],
  ['It is an row.', /^“an row”/],
  ['It is a error.', /^“a error”/],
  ['It has a 80% chance.', /^“a 80%”/],
  ['It has a F1 score.', /^“a F1”/],
  ['It is an unit.', /^“an unit”/],
  ['There  are 3 rows.', /^spaces/],
  ['That is is it.', /^a word twice/],
  ['That is (it.', /^brackets/],
])('“%s” is refused', (text, fault) => {
  expect(faultsOfText(text)).toEqual([expect.stringMatching(fault)])
})

test.each([
  'One step of k-means, 1 row, 2 rows and 0 columns.',
  'Of 25\u202f000 transactions 1\u202f000 are fraudulent, and 860 of them are flagged.',
  'It is −0.5, −0.05 and −10; an F1 score has an 80% chance, an 11% and a 12% one, a unit more.',
  'With c = 0.5 the bias is (c − 1)·β = −0.375. glmnet says so.',
])('“%s” is not', (text) => {
  expect(faultsOfText(text)).toEqual([])
})

test('a label is no sentence, and still counts and has signs', () => {
  expect(faultsOfLabel('leaves 0')).toEqual([])
  expect(faultsOfLabel('-3')).toHaveLength(1)
  expect(faultsOfLabel('2 row')).toHaveLength(1)
})

test.each([
  ['So it is 96/80 = 1.2.', true],
  ['So it is 96/80 = 1.3.', false],
  ['So β = −36.8/(16 + 24) = −0.92.', true],
  ['So β = 36.8/(16 + 24) = −0.92.', false],
  ['So from 0.35/0.65 = 0.538 to 0.538 × 2.5 = 1.346.', true],
  ['So from 0.35/0.65 = 0.538 to 0.538 × 2.5 = 1.36.', false],
  ['So it is 15.68 × 0.1056/0.024² ≈ 2\u202f875 visitors.', true],
  ['So it is 15.68 × 0.1056/0.024 ≈ 2\u202f875 visitors.', false],
  ['So it is 5% × 8% = 0.4%.', true],
  ['So it is 0.667 + 0.4 = 1.067, the trace (of 3).', true],
  ['So λ = 0.5 and n = 3; the variance c²·2 = 0.5.', true],
])('“%s” is true: %j', (text, isTrue) => {
  expect(falseEquations(text)).toHaveLength(isTrue ? 0 : 1)
})
