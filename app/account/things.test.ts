import { expect, test } from 'vitest'
import type { Held } from '#app/_outbox/ahead.ts'
import { thingsIn } from './things.ts'

const place = { about: 'L1 vs L2 · Ridgeline', page: '/questions/l1-vs-l2' }
const held = (value: unknown): Held => ({ who: null, ...place, value })
const entry = (what: string, body: unknown) => held({ id: 'X', what, body, ...place })

test.each([
  ['out.X', entry('answer', { response: { text: 'Zeros.', skipped: false } }), 'Answer', 'Zeros.'],
  ['out.X', entry('answer', { response: { chosen: ['a'] } }), 'Answer', '{"chosen":["a"]}'],
  ['out.X', entry('grades', [{ grade: 3 }]), 'Review', '[{"grade":3}]'],
  ['out.X', entry('report', { text: 'A slip.' }), 'Report of a problem', 'A slip.'],
  ['draft.reg-0001', held({ text: 'Half', base: 0 }), 'Draft of an answer', 'Half'],
  ['note.reg-0001', held({ text: 'Corners' }), 'Note', 'Corners'],
  [
    'interview.I.0.T',
    held({ value: { response: 'In words' } }),
    'Answer in an interview',
    'In words',
  ],
  ['again.reg-0001', held('Once more'), 'Answer in a minute, not finished', 'Once more'],
])('%s of %j is called %s', (key, value, name, text) => {
  expect(thingsIn(new Map([[key, value]]))).toMatchObject([
    { key, name, text, about: 'L1 vs L2', page: '/questions/l1-vs-l2' },
  ])
})

test('what was refused says why; what is no work of the reader’s is left out', () => {
  const refused = held({ id: 'X', what: 'answer', body: {}, refused: 'It has changed.', ...place })
  expect(thingsIn(new Map([['out.X', refused]]))[0]).toMatchObject({
    entryId: 'X',
    refused: 'It has changed.',
  })
  expect(thingsIn(new Map([['today', held({ queue: [] })]]))).toEqual([])
})
