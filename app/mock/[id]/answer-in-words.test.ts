import { expect, test } from 'vitest'
import type { AskedItem } from '#lib/quiz/kinds/item.ts'
import { answerInWords } from './answer-in-words.ts'
import type { Screen } from './requests.ts'

const fields = { id: 'one', prompt: 'Which?' }
const options = [
  { id: 'k1', text: 'the lasso' },
  { id: 'k2', text: 'ridge' },
  { id: 'k3', text: 'neither' },
]
const axis = (label: string) => ({ label, min: -3, max: 3, step: 0.1 })
const figure = { demo: 'geometry', state: '' } as const

/** Of each kind: what two tabs may have, and what the reader is shown of the other one. */
const cases: [AskedItem, string | string[], string][] = [
  [{ kind: 'single', ...fields, options }, 'k2', 'ridge'],
  [{ kind: 'multiple', ...fields, options }, ['k1', 'k3'], 'the lasso · neither'],
  [{ kind: 'numeric', ...fields }, '1/4', '1/4'],
  [{ kind: 'fill', ...fields }, 'soft', 'soft'],
  [
    { kind: 'ordering', ...fields, steps: options },
    ['k3', 'k1', 'k2'],
    'neither → the lasso → ridge',
  ],
  [
    { kind: 'matching', ...fields, lefts: ['L1', 'L2', '—'], rights: options },
    ['k1', '', 'k3'],
    'L1: the lasso · L2: not matched · —: neither',
  ],
  [
    {
      kind: 'plot',
      ...fields,
      ...figure,
      regions: [{ id: 'x7', label: 'the corner', x: [0, 1], y: [0, 1] }],
    },
    'x7',
    'the corner',
  ],
  [
    { kind: 'spot', ...fields, lines: ['x = 1', '  y = x - 1'], notation: 'code' },
    '2',
    'Line 2: y = x - 1',
  ],
  [
    { kind: 'claim', ...fields, statement: 'It is so.', reasons: options },
    ['false', 'k3'],
    'False: neither',
  ],
  [{ kind: 'claim', ...fields, statement: 'It is so.', reasons: options }, ['true', ''], 'True'],
  [{ kind: 'predict', ...fields, ...figure, ask: { options } }, 'k1', 'the lasso'],
  [{ kind: 'predict', ...fields, ...figure, ask: { range: axis('λ') } }, '-0.5', '−0.5'],
  [
    { kind: 'predict', ...fields, ...figure, ask: { marker: { x: axis('β1'), y: axis('β2') } } },
    ['1', '2'],
    'β1 = 1, β2 = 2',
  ],
  [
    { kind: 'task', ...fields, demo: 'geometry', start: '' },
    '1.budget~2',
    'Another state of the figure.',
  ],
]

test.each(cases)('to %j the answer %j is shown as %s', (item, response, words) => {
  const screen = { ask: { item } } as unknown as Screen
  expect(answerInWords(screen, { response, confidence: null })).toBe(words)
})

test('words are shown as they stand, and nothing as nothing', () => {
  const screen = { ask: { text: 'Why?' } } as unknown as Screen
  expect(answerInWords(screen, { response: 'Because.', confidence: null })).toBe('Because.')
  expect(answerInWords(screen, { response: ' ', confidence: 2 })).toBe('No answer.')
})
