import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asked, type KeyedItem as Item, keyedSchema, score } from './item.ts'
import { rightResponse, wrongResponse } from './right-response.ts'

/* Items of every kind, in which whatever must stay on the server is a canary, found nowhere else. */

const canaries: string[] = []
const fields = { id: 'one', prompt: 'Which?', why: secret() }
const options = (list: string[]) =>
  list.map((text, i) => ({
    id: text,
    text,
    why: secret(),
    when: secret(),
    ...(i === 0 && { right: true }),
  }))

const items: Item[] = [
  { kind: 'single', options: options(['p', 'q', 'r']) },
  { kind: 'multiple', options: options(['p', 'q', 'r']) },
  {
    kind: 'numeric',
    answer: 8401.375,
    from: secret(),
    abs: 0.03125,
    named: [{ value: 93.77, message: secret() }],
  },
  { kind: 'ordering', steps: ['p', 'q', 'r', 's'].map((text) => ({ id: secret(), text })) },
  { kind: 'matching', pairs: ['p', 'q', 'r'].map((right) => ({ left: `to ${right}`, right })) },
  { kind: 'fill', accept: [secret(), secret()] },
  {
    kind: 'plot',
    demo: 'geometry',
    state: '1.budget~1',
    regions: [0, 1, 2].map((x) => ({
      id: secret(),
      label: `place ${x}`,
      x: [x, x + 0.5],
      y: [0, 1],
      ...(x === 1 && { right: true }),
    })),
  },
  { kind: 'spot', lines: ['p', 'q', 'r'], wrong: 2 },
  {
    kind: 'claim',
    statement: 'It is so.',
    truth: true,
    reasons: ['p', 'q', 'r'].map((text, i) => ({
      id: secret(),
      text,
      ...(i === 0 && { right: true }),
    })),
  },
  {
    kind: 'predict',
    demo: 'geometry',
    state: '1.budget~1',
    options: [
      { id: 'stays', text: 'It stays.', when: 'at(budget=2).beta2 == 0' },
      { id: 'back', text: 'It is back.', when: 'at(budget=2).beta2 > 0' },
    ],
  },
  {
    kind: 'task',
    demo: 'geometry',
    start: '1.budget~1',
    check: 'beta2 > 0 and 77.125 > 0',
    solution: '1.budget~2.03',
    hold: ['b1'],
  },
].map((rest) => keyedSchema.parse({ ...fields, ...rest }))
const keys = ['8401', '0.03125', '93.77', 'beta2', 'when', '77.125', '2.03', '"b1"']
const names = ['why', 'right', 'answer', 'accept', 'wrong', 'truth', 'pairs', 'solution', 'check']

const seeds = [0, 1, 7, 12345, -3]

describe.each(items)('$kind', (item) => {
  test.each(seeds)('leaves the server without key or reason, seed %i', (seed) => {
    const text = JSON.stringify(asked(item, seed))
    for (const canary of [...canaries, ...keys]) expect(text).not.toContain(canary)
    for (const name of names) expect(text).not.toContain(`"${name}"`)
  })

  test('brings its reason back with the grade', () => {
    const graded = score(item, rightResponse(item), 0)
    expect('feedback' in graded && graded.feedback.why).toBe(fields.why)
  })

  test('is graded alike in whatever order it was shown', () => {
    for (const seed of seeds) {
      expect(lowOf(score(item, rightResponse(item), seed))).toBe(1)
      if (item.kind !== 'predict') expect(lowOf(score(item, wrongResponse(item), seed))).toBe(0)
    }
  })

  /* An author lists what is right first, or last; a reader of the page must not be able to tell. */
  test('goes out the same however its author has ordered what is to choose from', () => {
    if (!('options' in item || 'reasons' in item || 'regions' in item)) return
    const turned = keyedSchema.parse({ ...item, ...reversed(item) })
    const ids = (each: Item) => idsOf(asked(each, 7)).toSorted()
    expect(ids(turned)).toEqual(ids(item))
  })
})

test('steps are never shown in their right order, and their ids do not sort into it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 3, maxLength: 8 }),
      fc.integer(),
      (texts, seed) => {
        const steps = texts.map((text, i) => ({ id: `step-${i}`, text }))
        const parsed = keyedSchema.safeParse({ ...fields, kind: 'ordering', steps })
        if (!parsed.success) return
        const shown = asked(parsed.data, seed)
        if (shown.kind !== 'ordering') throw new Error(shown.kind)
        expect(shown.steps.map(({ text }) => text)).not.toEqual(texts)
        expect(shown.steps.map(({ text }) => text).toSorted()).toEqual(texts.toSorted())
        // An id is made of its own text alone: an order that tells nothing gives ids that tell nothing.
        const alone = asked(
          keyedSchema.parse({ ...fields, kind: 'ordering', steps: steps.toReversed() }),
          seed,
        )
        expect(idsOf(alone).toSorted()).toEqual(idsOf(shown).toSorted())
      },
    ),
  )
})

test('the right option comes to stand in every place', () => {
  const item = items[0]!
  const places = Array.from({ length: 60 }, (_, seed) => idsOf(asked(item, seed)).indexOf('p'))
  expect(new Set(places)).toEqual(new Set([0, 1, 2]))
})

function secret(): string {
  const canary = `zq${(canaries.length * 7919 + 104_729).toString(36)}xv`
  canaries.push(canary)
  return canary
}

function reversed(item: Item): object {
  if ('options' in item && item.options) return { options: item.options.toReversed() }
  if ('reasons' in item) return { reasons: item.reasons.toReversed() }
  return 'regions' in item ? { regions: item.regions.toReversed() } : {}
}

function idsOf(shown: ReturnType<typeof asked>): string[] {
  const list = JSON.stringify(shown).matchAll(/"id":"([^"]*)"/g)
  return [...list].map(([, id]) => id!).slice(1)
}

function lowOf(result: ReturnType<typeof score>): number | undefined {
  return 'feedback' in result ? result.feedback.score.low : undefined
}
