import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bank, BankQuestion } from './bank.ts'
import { type Blueprint, CLOCKS, MIXES, PACES, relax, standard } from './blueprint.ts'
import { choose } from './choose.ts'
import { FORMS, formOf } from './form.ts'

const NOBODY = new Set<string>()

function question(id: string, more: Partial<BankQuestion> = {}): BankQuestion {
  return {
    id,
    contentHash: id.padEnd(64, '0'),
    levels: ['mid'],
    roles: ['data-scientist'],
    minutes: 8,
    topics: ['statistics'],
    encounters: [],
    items: [
      { id: 'one', kind: 'single' },
      { id: 'two', kind: 'numeric' },
    ],
    followUps: [0],
    ...more,
  }
}

const bank: Bank = Array.from({ length: 12 }, (_, nth) =>
  question(`sta-${1000 + nth}`, {
    topics: nth % 2 === 0 ? ['regularization', 'linear-models'] : ['probability', 'statistics'],
    levels: nth % 3 === 0 ? ['intern', 'mid'] : ['senior'],
  }),
)

const topics = fc.subarray(['regularization', 'linear-models', 'probability', 'statistics'])
const weights = topics.chain((list) =>
  fc.record(Object.fromEntries(list.map((topic) => [topic, fc.integer({ min: 1, max: 5 })]))),
)
const blueprints: fc.Arbitrary<Blueprint> = fc.record({
  role: fc.constantFrom(null, 'data-scientist', 'research-scientist'),
  company: fc.constantFrom(null, 'microsoft'),
  levels: fc.subarray(['intern', 'mid', 'senior'] as const),
  topics: weights,
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
  questions: fc.subarray(bank.map(({ id }) => id)),
})
const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const histories = fc.subarray(bank.map(({ id }) => id)).map((ids) => new Set(ids))

describe('for any blueprint, seed and history', () => {
  const properties = fc.record({ blueprint: blueprints, seed: seeds, seen: histories })

  test('the choice depends on its arguments alone, and not on the order of the bank', () => {
    fc.assert(
      fc.property(properties, ({ blueprint, seed, seen }) => {
        const plan = choose(blueprint, seed, bank, seen)
        expect(choose(blueprint, seed, bank.toReversed(), new Set([...seen].toReversed()))).toEqual(
          plan,
        )
      }),
    )
  })

  test('nothing is asked twice, nothing is longer than asked for, every constraint holds', () => {
    fc.assert(
      fc.property(properties, ({ blueprint, seed, seen }) => {
        const { items, minutes } = choose(blueprint, seed, bank, seen)
        const names = items.map(({ questionId, itemId }) => `${questionId}/${itemId}`)
        expect(new Set(names).size).toBe(names.length)
        expect(items.reduce((sum, item) => sum + item.minutes, 0)).toBeCloseTo(minutes, 9)
        const { length } = blueprint
        if ('minutes' in length) expect(minutes).toBeLessThanOrEqual(length.minutes)
        else expect(items.length).toBeLessThanOrEqual(length.items)
        for (const { questionId, kind } of items) {
          const { roles, levels, topics: own } = bank.find(({ id }) => id === questionId)!
          expect(blueprint.forms).toContain(formOf(kind))
          if (blueprint.questions.length > 0) expect(blueprint.questions).toContain(questionId)
          if (blueprint.role) expect(roles).toContain(blueprint.role)
          if (blueprint.levels.length > 0)
            expect(levels.some((level) => blueprint.levels.includes(level))).toBe(true)
          if (Object.keys(blueprint.topics).length > 0)
            expect(own.some((topic) => topic in blueprint.topics)).toBe(true)
          if (blueprint.mix === 'new') expect(seen.has(questionId)).toBe(false)
          if (blueprint.mix === 'seen') expect(seen.has(questionId)).toBe(true)
        }
      }),
    )
  })

  test('a question comes before its own items, and what is asked next right after it', () => {
    fc.assert(
      fc.property(properties, ({ blueprint, seed, seen }) => {
        const { items } = choose(blueprint, seed, bank, seen)
        items.forEach(({ questionId, kind }, nth) => {
          const first = items.findIndex((item) => item.questionId === questionId)
          if (kind === 'answer') expect(first).toBe(nth)
          if (kind === 'follow-up')
            expect(items[nth - 1]).toMatchObject({ questionId, kind: 'answer' })
        })
      }),
    )
  })

  test('a shortage offers a length that the bank fills', () => {
    fc.assert(
      fc.property(properties, ({ blueprint, seed, seen }) => {
        const { items, shortage } = choose(blueprint, seed, bank, seen)
        if (!shortage) return
        expect(shortage.shorter === null).toBe(items.length === 0)
        if (!shortage.shorter) return
        const shorter = choose({ ...blueprint, length: shortage.shorter }, seed, bank, seen)
        expect(shorter.shortage).toBeNull()
        if ('minutes' in shortage.shorter) expect(shorter.items).toEqual(items)
      }),
    )
  })

  test('what a shortage promises of a relaxed constraint is there to draw from', () => {
    fc.assert(
      fc.property(properties, ({ blueprint, seed, seen }) => {
        const { shortage } = choose(blueprint, seed, bank, seen)
        for (const { constraint, supply } of shortage?.relaxed ?? []) {
          const endless = { ...relax(blueprint, constraint), length: { items: 1000 } }
          expect(choose(endless, seed, bank, seen).items).toHaveLength(supply.items)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('a question that is added to the bank moves at most what it takes the place of', () => {
  const before = choose(standard, 7, bank, NOBODY).items
  const after = choose(standard, 7, [...bank, question('sta-9999')], NOBODY).items
  const kept = after.filter(({ questionId }) => questionId !== 'sta-9999')
  const known = new Set(
    before.map(({ questionId, itemId, seed }) => `${questionId}/${itemId} ${seed}`),
  )
  const moved = kept.filter(
    ({ questionId, itemId, seed }) => !known.has(`${questionId}/${itemId} ${seed}`),
  )
  expect(moved.length).toBeLessThanOrEqual(2)
})

test('half of the time is in words', () => {
  const { items } = choose({ ...standard, length: { minutes: 60 } }, 3, bank, NOBODY)
  const written = items.filter(({ kind }) => kind === 'answer')
  expect(written).toHaveLength(4) // 4 × 8 of 60, the fifth would be 40 against 20
  expect(items.length - written.length).toBeGreaterThanOrEqual(10)
})

test('topics get time in proportion to their weights', () => {
  const wanted = { ...standard, forms: ['choice', 'number'] as const, length: { minutes: 20 } }
  const { items } = choose(
    { ...wanted, topics: { regularization: 3, probability: 1 } },
    11,
    bank,
    NOBODY,
  )
  const even = new Set(bank.filter((_, nth) => nth % 2 === 0).map(({ id }) => id))
  const time = (list: typeof items) => list.reduce((sum, { minutes }) => sum + minutes, 0)
  const regularization = time(items.filter(({ questionId }) => even.has(questionId)))
  expect(regularization / time(items)).toBeGreaterThan(0.65)
  expect(regularization / time(items)).toBeLessThan(0.85)
})

test('the questions of a company come about three times as often, and others still come', () => {
  const sourced = bank.map((each, nth) =>
    nth === 0 ? { ...each, encounters: [{ company: 'microsoft', role: 'data-scientist' }] } : each,
  )
  const one = { ...standard, forms: ['written'] as const, length: { items: 1 } }
  const draws = Array.from({ length: 3000 }, (_, seed) => {
    const blueprint = { ...one, company: 'microsoft' }
    return choose(blueprint, seed, sourced, NOBODY).items[0]!.questionId
  })
  const share = draws.filter((id) => id === sourced[0]!.id).length / draws.length
  expect(share).toBeCloseTo(3 / 14, 1) // 3 against eleven times 1
  expect(new Set(draws).size).toBe(12)
})

test('a bank that is too small says how much there is, and what to give up', () => {
  const small: Bank = [
    question('sta-1000', { levels: ['mid'] }),
    question('sta-1001', { levels: ['senior'], topics: ['probability', 'statistics'] }),
  ]
  const blueprint: Blueprint = { ...standard, levels: ['mid'], topics: { probability: 1 } }
  expect(choose(blueprint, 1, small, NOBODY)).toEqual({
    items: [],
    minutes: 0,
    shortage: {
      supply: { items: 0, minutes: 0 },
      // 8 + 1.5 + 2.5 minutes either way; both together would give 24
      relaxed: [
        { constraint: 'levels', supply: { items: 3, minutes: 12 } },
        { constraint: 'topics', supply: { items: 3, minutes: 12 } },
      ],
      shorter: null,
    },
  })
  expect(choose({ ...standard, levels: ['mid'] }, 1, small, NOBODY)).toMatchObject({
    minutes: 12,
    shortage: { supply: { items: 3, minutes: 12 }, shorter: { minutes: 12 } },
  })
})

describe('10,000 interviews over a bank of 32 questions', () => {
  const large: Bank = Array.from({ length: 32 }, (_, nth) => ({
    ...bank[nth % bank.length]!,
    id: `sta-${2000 + nth}`,
    minutes: 4 + (nth % 9),
    items: Array.from({ length: 5 }, (__, item) => ({
      id: `item-${item}`,
      kind: (['single', 'numeric', 'ordering', 'task', 'claim'] as const)[item]!,
    })),
  }))
  const blueprint: Blueprint = {
    ...standard,
    length: { minutes: 40 },
    levels: ['mid', 'senior'],
    topics: { regularization: 2, probability: 1 },
    followUps: true,
  }
  const plans = Array.from({ length: 10_000 }, (_, seed) => choose(blueprint, seed, large, NOBODY))
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length

  test('none is short, none repeats a question, and little time is left over', () => {
    expect(plans.filter(({ shortage }) => shortage !== null)).toHaveLength(0)
    const repeats = plans.filter(({ items }) => {
      const asked = items.filter(({ kind }) => kind !== 'follow-up')
      return new Set(asked.map(({ questionId }) => questionId)).size < asked.length
    })
    expect(repeats).toHaveLength(0)
    expect(mean(plans.map(({ minutes }) => minutes))).toBeGreaterThan(39)
  })

  test('half of the time is in words, two thirds in the topic of twice the weight', () => {
    const topicOf = new Map(large.map(({ id, topics: own }) => [id, own[0]]))
    const shareOf = (holds: (item: (typeof plans)[0]['items'][0]) => boolean) =>
      mean(
        plans.map(
          ({ items, minutes }) =>
            items.filter(holds).reduce((sum, item) => sum + item.minutes, 0) / minutes,
        ),
      )
    const inWords = shareOf(({ kind }) => kind === 'answer' || kind === 'follow-up')
    expect(Math.abs(inWords - 1 / 2)).toBeLessThan(0.06)
    const weighted = shareOf(({ questionId }) => topicOf.get(questionId) === 'regularization')
    expect(Math.abs(weighted - 2 / 3)).toBeLessThan(0.06)
  })

  test('every question that is allowed comes, none much oftener than the others of its topic', () => {
    const counts = new Map<string, number>()
    for (const { items } of plans)
      for (const { questionId, kind } of items)
        if (kind !== 'follow-up') counts.set(questionId, (counts.get(questionId) ?? 0) + 1)
    expect(counts.size).toBe(large.length)
    for (const topic of ['regularization', 'probability']) {
      const own = large
        .filter(({ topics: [first] }) => first === topic)
        .map(({ id }) => counts.get(id)!)
      expect(Math.max(...own) / Math.min(...own)).toBeLessThan(2)
    }
  })
})
