import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Blueprint,
  chosenBlueprint,
  CLOCKS,
  decodeBlueprint,
  encodeBlueprint,
  MIXES,
  PACES,
  standard,
} from './blueprint.ts'
import { FORMS } from './form.ts'
import { presets } from './presets.ts'

const slugs = fc.constantFrom('data-scientist', 'regularization', 'a', '9-lives')

const blueprints: fc.Arbitrary<Blueprint> = fc.record({
  role: fc.option(slugs),
  company: fc.option(slugs),
  levels: fc.subarray(['intern', 'mid', 'senior'] as const),
  topics: fc.dictionary(slugs, fc.integer({ min: 1, max: 5 })).map((each) => ({ ...each })),
  forms: fc.subarray([...FORMS], { minLength: 1 }),
  length: fc.oneof(
    fc.record({ minutes: fc.integer({ min: 5, max: 120 }) }),
    fc.record({ items: fc.integer({ min: 1, max: 40 }) }),
  ),
  clock: fc.constantFrom(...CLOCKS),
  pace: fc.constantFrom(...PACES),
  blind: fc.boolean(),
  followUps: fc.boolean(),
  mix: fc.constantFrom(...MIXES),
  questions: fc.uniqueArray(fc.constantFrom('reg-0001', 'lin-0003', 'stat-0001')),
})

test('every blueprint comes back from its address, which needs no escaping', () => {
  fc.assert(
    fc.property(blueprints, (blueprint) => {
      const text = encodeBlueprint(blueprint)
      expect(decodeBlueprint(text)).toEqual({ blueprint, unread: [] })
      expect(text).toMatch(/^[A-Za-z0-9.~_*,-]*$/)
    }),
  )
})

test('any text at all is read, and what cannot be is named', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { unread } = decodeBlueprint(text)
      expect(unread.length > 0 || text === '' || text.startsWith('1.')).toBe(true)
    }),
  )
})

test.each([
  ['', []],
  ['1.length~40m_followUps~yes', []],
  ['1.length~121m', ['length~121m']],
  ['1.length~4m', ['length~4m']],
  ['1.length~41', ['length~41']],
  ['1.topics~a*6', ['topics~a*6']],
  ['1.forms~', ['forms~']],
  ['1.questions~reg-0001,lin-0003', []],
  ['1.questions~reg-0001,,x', ['questions~reg-0001,,x']],
  ['1.pace~3_mix~new', ['pace~3']],
  ['1.__proto__~x', ['', '', 'proto', '', '~x']],
  ['2.mix~new', ['2.mix~new']],
])('%j leaves unread %j', (text, unread) => {
  expect(decodeBlueprint(text).unread).toEqual(unread)
})

test('what is standard is not written', () => {
  expect(encodeBlueprint(standard)).toBe('')
  expect(presets.map(({ blueprint }) => encodeBlueprint(blueprint))).toEqual([
    '',
    '1.length~40m_followUps~yes',
    '1.length~60m_followUps~yes',
  ])
})

test.each([
  [[8, 12], 20],
  [[2], 5],
  [[45, 45, 45], 120],
])('chosen questions of %j minutes make an interview of %i', (each, minutes) => {
  const chosen = each.map((minutes, i) => ({ id: `reg-000${i}`, minutes }))
  expect(chosenBlueprint(chosen)).toMatchObject({
    length: { minutes },
    questions: chosen.map(({ id }) => id),
  })
})
