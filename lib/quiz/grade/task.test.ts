import { afterEach, describe, expect, test, vi } from 'vitest'
import { figures } from '#lib/figures/index.ts'
import { namesOf } from '#lib/figures/names.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import { asked, itemSchema, score } from './item.ts'

const written = {
  id: 'three',
  kind: 'task',
  prompt: 'Set λ so that exactly three coefficients survive.',
  demo: 'paths',
  start: '1.lambda~0.25',
  check: 'nonzeros == 3',
  solution: '1.lambda~0.7',
  hold: ['seed', 'p'],
  why: 'At λ = 0.7 only the strong ones pay for themselves.',
}
const task = itemSchema.parse(written)

afterEach(() => vi.restoreAllMocks())

function feedback(response: string, item = task): Feedback {
  const result = score(item, response, 0)
  if ('problem' in result) throw new Error(result.problem)
  return result.feedback
}

describe('a state is solved again, and judged by what comes of it', () => {
  test('the solution passes, with its margin and its certificate', () => {
    const { score: given, solved, answer } = feedback('1.lambda~0.7')
    expect(given).toEqual({ low: 1, high: 1 })
    expect(answer).toBe('1.lambda~0.7')
    expect(solved?.gap).toBeLessThanOrEqual(1e-6)
    expect(solved?.conditions).toEqual([
      {
        holds: true,
        wanted: 'exactly 3',
        found: [{ name: 'nonzeros', about: namesOf.paths.nonzeros, value: '3' }],
        room: expect.stringMatching(/^It holds until λ changes by a factor of 1\.\d+\.$/),
      },
    ])
  })

  test('the start does not, and says what is there instead', () => {
    const { score: given, solved } = feedback('1.lambda~0.25')
    expect(given).toEqual({ low: 0, high: 0 })
    const [condition] = solved!.conditions
    expect(condition).toMatchObject({ holds: false, wanted: 'exactly 3', room: null })
    expect(Number(condition?.found[0]?.value)).toBeGreaterThan(3)
  })

  test('other data than the task is about do not count, even where the goal holds', () => {
    const { score: given, solved } = feedback('1.lambda~0.7_p~9')
    expect(given.high).toBe(0)
    expect(solved?.conditions[0]).toEqual({
      holds: false,
      wanted: '8, as at the start',
      found: [{ name: 'Predictors', about: '', value: '9' }],
      room: null,
    })
  })

  test('the names are explained, numbered ones and those of another state too', () => {
    const goal = 'beta1 > 0 and at(lambda=0.1).ridge2 > 0 and beta1 < at(lambda=0.1).beta1'
    const { solved } = feedback('', itemSchema.parse({ ...written, check: goal }))
    expect(solved?.conditions.map(({ found }) => found.map(({ about }) => about))).toEqual([
      [namesOf.paths['beta*']],
      [namesOf.paths['ridge*']],
      [namesOf.paths['beta*'], namesOf.paths['beta*']],
    ])
  })
})

describe('never graded, and why in a sentence', () => {
  test.each([
    ['1.lambda~99', /goes from 0.005 to 10/],
    ['1.lambda~0.123456789', /is rounded/],
    ['1.colour~red', /is not part of/],
    ['1.vs~everything', /“vs” is “l2” or “en”/],
    ['1.lambda~1_lambda~2', /given twice/],
    ['1.lambda~NaN', /is a number/],
    ['2.lambda~1', /a form that this figure does not know/],
    ['lambda=1', /a form that this figure does not know/],
    [`1.${'a'.repeat(500)}`, /at most 500 characters/],
    [{ lambda: 1 }, /at most 500 characters/],
    [null, /at most 500 characters/],
  ])('%j', (response, sentence) => {
    expect(score(task, response, 0)).toEqual({ problem: expect.stringMatching(sentence) })
  })

  test.each([
    ['a gap above the tolerance', 1.1e-6, false],
    ['a gap that is not a number', NaN, false],
    ['no end of a gap', Infinity, false],
    ['no gap at all', undefined, false],
    ['control: a gap within it', 0.9e-6, true],
  ])('%s', (what, gap, isGraded) => {
    const real = figures.paths.named
    vi.spyOn(figures.paths, 'named').mockImplementation((result) => {
      const { gap: _, ...others } = real(result)
      return gap === undefined ? others : { ...others, gap }
    })
    // A seed of its own: what has been solved before is kept.
    const result = score(task, `1.lambda~0.7_seed~${1000 + what.length}`, 0)
    if (isGraded) expect(result).toHaveProperty('feedback.solved.gap', gap)
    else
      expect(result).toEqual({ problem: expect.stringMatching(/^Not graded: the solver did not/) })
  })

  test('a goal that cannot be decided here', () => {
    const item = itemSchema.parse({ ...written, check: 'lambda2 == 1' })
    expect(score(item, '1.lambda~0.5', 0)).toEqual({
      problem:
        'Not graded: the goal cannot be decided in this state (there is no result “lambda2” here).',
    })
  })
})

test('the goal, the check and the way there stay on the server', () => {
  const text = JSON.stringify(asked(task, 7))
  for (const secret of ['nonzeros', 'check', 'solution', '0.7', 'why', 'hold'])
    expect(text).not.toContain(secret)
  expect(text).toContain(written.prompt)
})

test('a figure that there is not is refused', () => {
  expect(itemSchema.safeParse({ ...written, demo: 'nothing' }).success).toBe(false)
})
