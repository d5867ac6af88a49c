import { expect, test } from 'vitest'
import type { Bank } from './bank.ts'
import { type Blueprint, standard } from './blueprint.ts'
import { choose } from './choose.ts'
import { topicShares } from './topic-shares.ts'

/** Two questions on trees, eight on regularization, each of 8 minutes and an item of 1.5. */
const bank: Bank = Array.from({ length: 10 }, (_, nth) => ({
  id: `one-${1000 + nth}`,
  contentHash: '0'.repeat(64),
  levels: ['mid'],
  roles: ['data-scientist'],
  minutes: 8,
  topics: nth < 2 ? ['trees'] : ['regularization', 'linear-models'],
  encounters: [],
  items: [{ id: 'one', kind: 'single' }],
  followUps: [],
}))

const any: unknown = expect.any(Number)

test.each<[string, Partial<Blueprint>, object[]]>([
  ['no topics', {}, []],
  ['one topic', { topics: { trees: 3 } }, []],
  [
    'enough of both',
    { topics: { trees: 1, regularization: 1 }, length: { minutes: 20 } },
    [
      { topic: 'trees', minutes: any, isAll: false },
      { topic: 'regularization', minutes: any, isAll: false },
    ],
  ],
  [
    'too little of one, the other counted under what stands above it',
    { topics: { trees: 1, 'linear-models': 1 }, length: { minutes: 60 } },
    [
      { topic: 'trees', minutes: 19, isAll: true },
      { topic: 'linear-models', minutes: any, isAll: false },
    ],
  ],
  [
    'all of one, which its weight does not ask more of',
    { topics: { trees: 1, regularization: 3 }, length: { minutes: 76 } },
    [
      { topic: 'trees', minutes: 19, isAll: false },
      { topic: 'regularization', minutes: any, isAll: false },
    ],
  ],
])('%s', (_, change, expected) => {
  const blueprint = { ...standard, ...change }
  const plan = choose(blueprint, 5, bank, new Set())
  expect(topicShares(blueprint, 5, bank, new Set(), plan)).toEqual(expected)
  if (expected.length > 0) {
    const minutes = topicShares(blueprint, 5, bank, new Set(), plan).map((each) => each.minutes)
    expect(minutes.reduce((a, b) => a + b)).toBeCloseTo(plan.minutes, 9)
  }
})
