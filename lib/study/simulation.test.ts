import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Bank } from '#lib/interview/bank.ts'
import type { Blueprint } from '#lib/interview/blueprint.ts'
import { choose, type Chosen, type Plan } from '#lib/interview/choose.ts'
import { companyBlueprint, companyPresets, presets } from '#lib/interview/presets.ts'
import { tally } from '#lib/interview/report.ts'
import { interviewBank } from './interview-bank.ts'

/*
 * Simulated readers over the bank as it is: do their interviews keep to their blueprints, how often is
 * something asked again, and how often does the report's interval hold the reader's ability? The full
 * run, whose figures stand in DECISIONS.md: SIMULATION=10000 npx vitest run lib/study/simulation.test.ts
 */

const INTERVIEWS = Number(process.env['SIMULATION'] ?? 1500)
const EACH = 20 // interviews that a reader takes, one after the other

type Taken = { name: string; blueprint: Blueprint; plan: Plan; before: Plan | null }

let bank: Bank
const taken: Taken[] = []

beforeAll(async () => {
  bank = await interviewBank()
  const companies = companyPresets(bank).map((preset) => ({
    name: `${preset.company}, ${preset.role}`,
    blueprint: companyBlueprint(preset),
  }))
  const kinds = [
    ...presets.map(({ title, blueprint }) => ({ name: title, blueprint })),
    ...companies.slice(0, 1),
    { name: '20 minutes, new ones', blueprint: { ...presets[0]!.blueprint, mix: 'new' as const } },
  ]
  for (let reader = 0; taken.length < INTERVIEWS; reader++) {
    const { name, blueprint } = kinds[reader % kinds.length]!
    const seen = new Set<string>()
    let before: Plan | null = null
    for (let nth = 0; nth < EACH && taken.length < INTERVIEWS; nth++) {
      const plan = choose(blueprint, Math.imul(reader * EACH + nth, 2_654_435_761) | 0, bank, seen)
      taken.push({ name, blueprint, plan, before })
      for (const { questionId } of plan.items) seen.add(questionId)
      before = plan
    }
  }
}, 120_000)

test('every one that is drawn in full keeps to its blueprint', () => {
  const roles = new Map(bank.map((question) => [question.id, question.roles]))
  for (const { blueprint, plan } of taken) {
    const { length, role, mix } = blueprint
    if ('minutes' in length) expect(plan.minutes).toBeLessThanOrEqual(length.minutes)
    if ('minutes' in length && !plan.shortage)
      expect(plan.minutes).toBeGreaterThanOrEqual(0.75 * length.minutes)
    expect(new Set(plan.items.map(nameOf)).size).toBe(plan.items.length)
    if (role !== null)
      for (const { questionId } of plan.items) expect(roles.get(questionId)).toContain(role)
    if (mix !== 'any' || plan.shortage) continue
    expect(plan.items.some(({ kind }) => kind === 'answer')).toBe(true)
    expect(plan.items.some(({ kind }) => kind !== 'answer' && kind !== 'follow-up')).toBe(true)
  }
  print(
    [...new Set(taken.map(({ name }) => name))].map((name) => {
      const own = taken.filter((each) => each.name === name)
      const full = own.filter(({ plan }) => !plan.shortage)
      return {
        name,
        interviews: own.length,
        short: percent(1 - full.length / own.length),
        minutes: mean(full.map(({ plan }) => plan.minutes)).toFixed(1),
        'in words': percent(mean(full.map(({ plan }) => wordsShare(plan)))),
        'asked in the one before': percent(mean(own.flatMap(repeated))),
      }
    }),
  )
})

test('what is asked in one interview comes again in the next no oftener than chance from this bank', () => {
  const screens = bank.reduce((sum, { items }) => sum + items.length + 1, 0)
  const twenty = taken.filter(({ name }) => name === '20 minutes')
  const asked = mean(twenty.map(({ plan }) => plan.items.length))
  // Half of the time goes to words, of which there are fewer: some come oftener than others.
  expect(mean(twenty.flatMap(repeated))).toBeLessThan(4 * (asked / screens))
  const fresh = taken.filter(({ name, plan }) => name.endsWith('new ones') && !plan.shortage)
  for (const { plan, before } of fresh)
    for (const { questionId } of plan.items)
      expect(before?.items.some((each) => each.questionId === questionId) ?? false).toBe(false)
})

describe('the interval of the report, 80 %, holds the ability', { timeout: 120_000 }, () => {
  const checked = ({ items }: Plan) =>
    items.filter(({ kind }) => !['answer', 'follow-up', 'predict'].includes(kind))

  /** @param spread of the items' difficulty, in logits: 0 for all alike */
  function coverage(ability: (random: () => number) => number, spread: number): number {
    const random = randomOf(7)
    let held = 0
    let count = 0
    for (const { plan } of taken) {
      const items = checked(plan)
      if (items.length === 0) continue
      const chance = ability(random)
      const chances = items.map(() => shifted(chance, spread * normal(random)))
      const scores = chances.map((each) => Number(random() < each))
      const { low, high } = tally(scores)!
      const wanted = mean(chances)
      held += Number(low <= wanted && wanted <= high)
      count++
    }
    return held / count
  }

  test('of readers of every ability alike in 80 % of interviews', () => {
    const found = coverage((random) => random(), 0)
    expect(Math.abs(found - 0.8)).toBeLessThan(0.03)
    print([{ ability: 'uniform', items: 'alike', held: percent(found) }])
  })

  test('where items differ in difficulty it errs on the wide side', () => {
    const rows = [0.1, 0.3, 0.5, 0.7, 0.9].map((ability) => ({
      ability,
      alike: coverage(() => ability, 0),
      'spread of one logit': coverage(() => ability, 1),
    }))
    for (const { ability, ...held } of rows)
      for (const share of Object.values(held)) expect(share, String(ability)).toBeGreaterThan(0.76)
    print(rows.map(({ ability, ...held }) => ({ ability, ...mapValues(held, percent) })))
    expect(coverage((random) => random(), 1)).toBeGreaterThan(0.77)
  })
})

test('the simulation finds an interval that is too narrow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const random = randomOf(seed)
      let held = 0
      for (let nth = 0; nth < 400; nth++) {
        const ability = random()
        const { low, high } = tally(Array.from({ length: 6 }, () => Number(random() < ability)))!
        const middle = (low + high) / 2
        held += Number(Math.abs(ability - middle) < (high - low) / 4)
      }
      expect(held / 400).toBeLessThan(0.7)
    }),
    { numRuns: 5 },
  )
})

function repeated({ plan, before }: Taken): number[] {
  if (before === null || plan.items.length === 0) return []
  const last = new Set(before.items.map(nameOf))
  return [plan.items.filter((item) => last.has(nameOf(item))).length / plan.items.length]
}

function nameOf({ questionId, itemId }: Chosen): string {
  return `${questionId}/${itemId}`
}

function wordsShare({ items, minutes }: Plan): number {
  const written = items.filter(({ kind }) => kind === 'answer' || kind === 'follow-up')
  return written.reduce((sum, each) => sum + each.minutes, 0) / minutes
}

function shifted(chance: number, logits: number): number {
  if (logits === 0) return chance
  const odds = (chance / (1 - chance)) * Math.exp(logits)
  return odds / (1 + odds)
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

function print(rows: object[]): void {
  // oxlint-disable-next-line no-console -- who asks for the full run wants to see its figures
  if (process.env['SIMULATION'] !== undefined) console.table(rows)
}
