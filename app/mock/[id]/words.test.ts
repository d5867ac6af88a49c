import { expect, test } from 'vitest'
import type { AskedItem } from '#lib/quiz/kinds/item.ts'
import type { Screen } from './requests.ts'
import { missingIn, standing } from './words.ts'

const fields = { id: 'one', prompt: 'Which?' }
const choices = [
  { id: 'k1', text: 'a' },
  { id: 'k2', text: 'b' },
]
const numeric: AskedItem = { kind: 'numeric', ...fields }
const claim: AskedItem = { kind: 'claim', ...fields, statement: 'It is so.', reasons: choices }
const matching: AskedItem = { kind: 'matching', ...fields, lefts: ['L1', 'L2'], rights: choices }
const screenOf = (item: AskedItem) => ({ ask: { item }, kind: item.kind }) as unknown as Screen

test.each([
  [numeric, '1/4', null, 'Answered'],
  [numeric, '1/', 'Type a number, such as 0.25, 1/4, 25% or 2.5e-1.', 'Begun'],
  [claim, ['true', 'k1'], null, 'Answered'],
  [claim, ['true', ''], 'Choose the reason too.', 'Begun'],
  [matching, ['k1', ''], 'Not matched yet: L2.', 'Begun'],
])(
  '%j, answered by %j: what is missing is said, and the map knows',
  (item, response, missing, word) => {
    const [screen, value] = [screenOf(item), { response, confidence: null }]
    expect(missingIn(screen, value)).toBe(missing)
    expect(standing(screen, value, { flagged: false, skipped: false }).word).toBe(word)
  },
)
