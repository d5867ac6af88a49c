import { expect, test } from 'vitest'
import { reportRubric } from './report-rubric.ts'

const question = (cue: string) => ({
  id: 'reg-0001',
  keyPoints: [{ id: 'one', text: 'One.', weight: 2, from: 'mid' }],
  misconceptions: [
    {
      id: 'wrong',
      claim: 'It is so.',
      why: 'It is not.',
      cues: [cue],
      refute: { demo: 'paths', state: '1.a~1' },
    },
  ],
})

test.each([
  ['removes multicollinearity', 'L2 Removes\n multicollinearity.', 'Removes\n multicollinearity'],
  ['2 - 2', 'so 2 - 2 is left', '2 - 2'], // a hyphen is nothing to escape in a Unicode pattern
  ['O(n^2) [sic] a/b?', 'O(n^2) [sic] a/b?', 'O(n^2) [sic] a/b?'],
  ['β is 0', 'then β IS 0', 'β IS 0'],
  ['one', 'None of it', null], // inside a word it is another one
  ['', 'anything', null],
])('the cue %j in %j: %j', (cue, text, words) => {
  const { misstated } = reportRubric(question(cue), text, null)
  expect(misstated.map((each) => each.words)).toEqual(words === null ? [] : [words])
  for (const { figure } of misstated)
    expect(figure).toBe('/demos/paths?s=1.a~1&refutes=reg-0001.wrong')
})

test('likely words of all points come in the order of the text, apart, and the cues stay here', () => {
  const points = [
    { id: 'one', text: 'One.', weight: 2, from: 'mid', cues: ['exact zeros', 'zeros'] },
    { id: 'two', text: 'Two.', weight: 1, from: 'mid', cues: ['cross-validation'] },
  ]
  const text = 'By cross-validation. Then exact zeros come.'
  const rubric = reportRubric({ id: 'x', keyPoints: points, misconceptions: [] }, text, null)
  expect(rubric.likely.map((span) => text.slice(...span))).toEqual([
    'cross-validation',
    'exact zeros',
  ])
  expect(JSON.stringify(rubric.points)).not.toContain('cues')
})

test('an old version without misconceptions is read', () => {
  const { points, misstated } = reportRubric({ id: 'x', keyPoints: [] }, 'text', null)
  expect([points, misstated]).toEqual([[], []])
})
