import { expect, test } from 'vitest'
import { compared, predicted, type AskedPredict } from '#lib/quiz/kinds/predict.ts'
import { asked, itemSchema, score } from './item.ts'
import { type Predict, rightPrediction } from './predict.ts'

const fields = {
  id: 'later',
  kind: 'predict',
  prompt: 'What comes of β2?',
  demo: 'geometry',
  state: '1.budget~1.2_b1~2.3_b2~0.9_rho~0.5',
  why: 'The contact leaves the corner.',
}
const axis = { label: 'β1', min: -1, max: 3, step: 0.05, answer: 'at(budget=2).beta1', abs: 0.1 }
const choice = read({
  options: [
    { id: 'stays', text: 'It stays at 0.', when: 'at(budget=2).beta2 == 0' },
    { id: 'back', text: 'It comes back.', when: 'at(budget=2).beta2 > 0' },
  ],
})
const number = read({ range: { ...axis, unit: 'points' } })
const marker = read({ marker: { x: axis, y: { ...axis, label: 'β2', answer: 'beta2 + 0.3' } } })

// At budget 2 the contact is where both coefficients fall 0.6 short of (2.3, 0.9).
test.each([
  [choice, 'back', 1],
  [choice, 'stays', 0],
  [number, '1.7', 1],
  [number, '1,8', 1],
  [number, '1.85', 0],
  [number, '−1', 0],
  [marker, ['1.7', '0.3'], 1],
  [marker, ['1.65', '0.4'], 1],
  [marker, ['1.7', '0.45'], 0],
])('%#: %j scores %d', (item, response, value) => {
  const graded = score(item, response, 0)
  expect('feedback' in graded && graded.feedback.score).toEqual({ low: value, high: value })
})

test.each([
  [choice, 'gone', 'Choose what you expect, or skip.'],
  [choice, ['back'], 'Choose what you expect, or skip.'],
  [number, 'two', 'β1: type a number, such as 0.25.'],
  [number, '3.1', 'β1: a number from −1 to 3.'],
  [marker, ['1.7'], 'Place the marker on the plot, or type where it goes.'],
  [marker, ['1.7', ''], 'β2: type a number, such as 0.25.'],
  [marker, '1.7', 'Place the marker on the plot, or type where it goes.'],
])('%#: %j cannot be compared, and gets a sentence', (item, response, problem) => {
  expect(score(item, response, 0)).toEqual({ problem })
})

test.each([
  [choice, 'back', 'As you predicted: It comes back.'],
  [choice, 'stays', 'You predicted “It stays at 0”. What happens: It comes back.'],
  [number, '1.75', 'You predicted 1.75 points; it is 1.70 points, close enough.'],
  [marker, ['-1', '0.5'], 'You predicted β1 = −1, β2 = 0.5; it is β1 = 1.70, β2 = 0.30.'],
])('%#: the prediction %j is set beside what happens', (item, response, sentence) => {
  const graded = score(item, response, 0)
  if ('problem' in graded) throw new Error(graded.problem)
  expect(compared(shown(item), response, graded.feedback)).toBe(sentence)
})

test.each([choice, number, marker])('%#: somebody who has solved it is right', (item) => {
  const graded = score(item, rightPrediction(item), 0)
  expect('feedback' in graded && graded.feedback.score.low).toBe(1)
})

test.each([choice, number, marker])('%# leaves the server without its key', (item) => {
  const text = JSON.stringify(asked(item, 0))
  for (const secret of ['at(', 'when', 'answer', 'abs', 'why', 'corner', '+ 0.3'])
    expect(text).not.toContain(secret)
})

test('an outcome is written in words', () => {
  expect(predicted(shown(choice), 'stays')).toBe('It stays at 0.')
})

test.each([
  [{}],
  [{ range: axis, marker: { x: axis } }],
  [{ marker: {} }],
  [{ range: { ...axis, abs: 0 } }],
  [{ range: { ...axis, min: 4 } }],
  [{ options: [{ id: 'one', text: 'One', when: 'beta2 == 0' }] }],
  [{ demo: 'nothing', range: axis }],
])('%#: a faulty item is refused', (rest) => {
  expect(itemSchema.safeParse({ ...fields, ...rest }).success).toBe(false)
})

function read(rest: object): Predict {
  return itemSchema.parse({ ...fields, ...rest }) as Predict
}

function shown(item: Predict): AskedPredict {
  return asked(item, 0) as AskedPredict
}
