import { expect, test } from 'vitest'
import { mend } from './mend.ts'

const at = (line: number, column: number) => ({ line, column })

test.each([
  [
    'the first one at or after the place',
    'a lamda, a lamda',
    [{ ...at(1, 9), fix: { was: 'lamda', put: 'lambda' } }],
    'a lamda, a lambda',
    1,
  ],
  [
    'not a part of a longer word',
    'lamdas and lamda',
    [{ ...at(1, 1), fix: { was: 'lamda', put: 'lambda' } }],
    'lamdas and lambda',
    1,
  ],
  [
    'an opening and its closing tag, or neither',
    '<Asid>x</Asid>\n<Asid>y',
    [
      { ...at(1, 1), fix: { was: 'Asid', put: 'Aside', also: [at(1, 8)] } },
      { ...at(2, 1), fix: { was: 'Asid', put: 'Aside', also: [at(2, 8)] } },
    ],
    '<Aside>x</Aside>\n<Asid>y',
    1,
  ],
  [
    'several on one line',
    'seconds="35" l1={true}',
    [
      { ...at(1, 1), fix: { was: '"35"', put: '{35}' } },
      { ...at(1, 14), fix: { was: 'l1={true}', put: 'l1' } },
    ],
    'seconds={35} l1',
    2,
  ],
  [
    'the same place once',
    'lamda',
    [
      { ...at(1, 1), fix: { was: 'lamda', put: 'lambda' } },
      { ...at(1, 1), fix: { was: 'lamda', put: 'lame' } },
    ],
    'lambda',
    1,
  ],
  [
    'nothing where the text has changed',
    'lambda',
    [{ ...at(1, 1), fix: { was: 'lamda', put: 'lambda' } }, at(1, 1)],
    'lambda',
    0,
  ],
  ['nothing beyond the end', 'a', [{ ...at(9, 9), fix: { was: 'a', put: 'b' } }], 'a', 0],
])('%s', (_what, text, problems, expected, mended) => {
  expect(mend(text, problems)).toEqual({ text: expected, mended })
})
