import { expect, test } from 'vitest'
import { isDenied, isUndone, saysNot } from './denied.ts'

const cues = /removes? (?:the )?multicollinearity|changes nothing|can never be zero/

function spanIn(text: string): [number, number] {
  const at = cues.exec(text)!
  return [at.index, at.index + at[0].length]
}

test.each([
  'L2 removes multicollinearity.',
  'Ridge removes the multicollinearity, so the coefficients can be trusted.',
  'I would use ridge because it removes multicollinearity',
  'It not only removes multicollinearity but also shrinks.',
  'There is no doubt that L2 removes multicollinearity.',
  'Without a doubt ridge removes multicollinearity.',
  'The lasso does not keep both, but ridge removes multicollinearity.',
  'Least squares cannot cope here; ridge removes multicollinearity.',
  'This is not about the lasso. Ridge removes multicollinearity.',
  'No matter how strong it is, ridge removes multicollinearity.',
  'Ridge removes multicollinearity. The lasso does not share weight.',
  'The penalty of 0.5 removes multicollinearity.',
  'Dropping rows changes nothing.', // the "nothing" is the cue's own
  'A ridge coefficient can never be zero.', // so is the "never"
  'I am not sure about the intercept, and it removes multicollinearity.',
  'We standardise first, which is why ridge removes multicollinearity.',
])('is claimed: %s', (text) => {
  expect(isDenied(text, spanIn(text))).toBe(false)
})

test.each([
  'L2 does not remove multicollinearity.',
  'L2 doesn’t remove multicollinearity.',
  "Ridge won't remove multicollinearity.",
  'Ridge cannot remove multicollinearity.',
  'Ridge can never really remove the multicollinearity.',
  'A penalty of 0.5 does not remove multicollinearity.',
  'Ridge no longer has a flat valley, yet it does not remove multicollinearity.',
  'It stabilises the estimates without claiming to remove multicollinearity.',
  'Neither ridge nor the elastic net removes multicollinearity.',
  'Ridge fails to remove multicollinearity.',
  'Rather than remove multicollinearity, it shares the weight.',
  'It does not, whatever people say, remove multicollinearity.',
  'It is a myth that L2 removes multicollinearity.',
  'People think that L2 removes multicollinearity.',
  'Many candidates say ridge removes multicollinearity.',
  'It is often said that it removes multicollinearity.',
  'Contrary to what one reads, nothing here removes multicollinearity.',
  'It would be wrong to say that ridge removes multicollinearity.',
  'A common misconception: ridge removes multicollinearity.',
  'That L2 removes multicollinearity is false.',
  'The claim that ridge removes multicollinearity is a common mistake.',
  'Ridge removes multicollinearity, which is not true.',
  'Some say it removes multicollinearity. That is wrong.',
  'Ridge removes multicollinearity? No.',
  'Does ridge remove multicollinearity? It stabilises the estimates.',
  'Ridge removes multicollinearity. No, it only makes the estimates stable.',
  'Ridge removes multicollinearity, but not really: the data stay as they are.',
  'It is not so that dropping rows changes nothing.', // a second "not", before the cue's own
  'It is not true that a ridge coefficient can never be zero.',
  'I would not say that L2 does not remove multicollinearity.', // two are taken for one: silence
  'Nobody denies that ridge removes multicollinearity.', // and so here, wrongly, on the safe side
  'Ridge hardly removes multicollinearity.',
  'Rows are\nnot shared\nand it never removes multicollinearity',
])('is taken back, or may be: %s', (text) => {
  expect(isDenied(text, spanIn(text))).toBe(true)
})

test.each([
  ['L2 does not give exact zeros.', true],
  ['L2 never gives exact zeros.', true],
  ['L1 gives exact zeros.', false],
  ['L1 does not only shrink; it gives exact zeros.', false],
  ['If the penalty cannot give exact zeros, nothing is selected.', false],
  ['It is not smooth, which by the geometry of corners gives exact zeros.', false],
])('of a point, only a "not" right before its words undoes them: %s %s', (text, undone) => {
  const start = text.indexOf('exact zeros')
  expect(isUndone(text, [start, start + 'exact zeros'.length])).toBe(undone)
})

test.each([
  ['L2 shrinks, without zeros', true],
  ['The intercept is not penalised', true],
  ['Says not only what, but why', false],
  ['Notes that the norm matters', false],
])('%s: says not, %s', (text, says) => expect(saysNot(text)).toBe(says))
