import { beforeAll, describe, expect, test } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { numeric } from '#lib/quiz/grade/numeric.ts'
import { single } from '#lib/quiz/grade/choice.ts'
import { itemSchema, score } from '#lib/quiz/grade/item.ts'
import { parseNumber } from '#lib/quiz/kinds/numeric.ts'
import { falseEquations, faultsOfLabel, faultsOfText } from './grammar.ts'
import { diceOf, type Drawn, type DrawnNumeric, type DrawnSingle, separation } from './generator.ts'
import { oneSeRule } from './one-se-rule.ts'
import { draw, generators, type GeneratorName, tryToDraw, variantSchema } from './index.ts'

const names = Object.keys(generators) as GeneratorName[]
const COUNT = faultSize(1_000, 10_000)
/** One-se-rule cross-validates for each seed: ms, on a machine that has much to do. */
const PATIENCE = 200 * COUNT
const SEEDS = Array.from({ length: COUNT }, (_, i) => Math.imul(i, 2_654_435_761) | 0)
const variantOf = (generator: GeneratorName) => variantSchema.parse({ generator })

describe.each(names)(`%s, over ${COUNT} seeds`, { timeout: PATIENCE }, (name) => {
  const variant = variantOf(name)
  let drawn: ReturnType<typeof tryToDraw>[]
  let items: Drawn[]
  beforeAll(() => {
    drawn = SEEDS.map((seed) => tryToDraw(variant, seed))
    items = drawn.flatMap(({ item }) => item ?? [])
  }, PATIENCE)

  test('finds a fair item every time, and most of them are different', () => {
    expect(items).toHaveLength(COUNT)
    expect(Math.max(...drawn.map(({ tries }) => tries))).toBeLessThan(variant.accept.maxTries)
    expect(new Set(items.map((item) => JSON.stringify(item))).size).toBeGreaterThan(100)
  })

  test('draws what can be asked: of all its samples at least 60 % are fair', () => {
    const samples = drawn.reduce((sum, { tries }) => sum + tries, 0)
    expect(items.length / samples).toBeGreaterThanOrEqual(0.6)
  })

  test('has one right answer; every slip is wrong, told apart from the others, and explained', () => {
    expect(items.flatMap((item) => faultsOf(item)).slice(0, 5)).toEqual([])
  })

  test('is written in grammatical sentences, with numbers a person would write', () => {
    const texts = new Set(items.flatMap(textsOf))
    const labels = new Set(items.flatMap(labelsOf))
    const faults = [
      ...[...texts].flatMap((text) => [...faultsOfText(text), ...falseEquations(text)]),
      ...[...labels].flatMap(faultsOfLabel),
    ]
    expect(faults.slice(0, 5)).toEqual([])
  })

  test('the numbers that are shown lead to the key, rounded as asked; so does the reason', () => {
    expect(
      items.flatMap((item) => faultsOfKey(item, oracles[name](item as never))).slice(0, 5),
    ).toEqual([])
  })
})

test.each(names.filter((name) => generators[name].kind === 'numeric'))(
  '%s: the answer that a reader is shown is right, and a number one would write',
  (name) => {
    const item = itemSchema.parse({ id: 'one', variant: { generator: name } })
    const given = (seed: number, response: string) => {
      const graded = score(item, response, seed)
      if ('problem' in graded) throw new Error(graded.problem)
      return graded.feedback
    }
    for (const seed of SEEDS.slice(0, 200)) {
      const { answer } = given(seed, '123456789')
      expect(answer).toMatch(/^−?\d+(\.\d{1,6})?$/)
      expect(given(seed, answer).score.low).toBe(1)
    }
  },
)

test('a seed makes the same item always, and another seed another one', () => {
  for (const name of names) {
    expect(draw(variantOf(name), 7)).toEqual(draw(variantOf(name), 7))
    expect(draw(variantOf(name), 7)).not.toEqual(draw(variantOf(name), 8))
  }
})

test('a margin that cannot be had is no item, and says which generator', () => {
  const variant = variantSchema.parse({
    generator: 'ridge-degrees',
    accept: { margin: 10, maxTries: 5 },
  })
  expect(tryToDraw({ ...variant, accept: { margin: 1000, maxTries: 5 } }, 1)).toEqual({
    item: null,
    tries: 5,
  })
  expect(() => draw({ ...variant, accept: { margin: 1000, maxTries: 5 } }, 1)).toThrow(
    'ridge-degrees found no fair variant',
  )
})

test.each([
  [{ generator: 'confusion-matrix', params: { metric: 'recall' } }, true],
  [{ generator: 'confusion-matrix', params: { metric: 'recal' } }, false],
  [{ generator: 'confusion-matrix', params: { metrics: 'recall' } }, false],
  [{ generator: 'no-such' }, false],
  [{ generator: 'k-means', accept: { margin: 0.5 } }, false],
])('authors may write %j: %s', (written, isValid) => {
  expect(variantSchema.safeParse(written).success).toBe(isValid)
})

test('params decide what is asked', () => {
  const variant = variantSchema.parse({
    generator: 'confusion-matrix',
    params: { metric: 'precision' },
  })
  for (const seed of SEEDS.slice(0, 50)) expect(draw(variant, seed).prompt).toContain('precision')
})

test('a curve that is least at two λ alike has no answer: whose bar counts?', () => {
  const dice = diceOf(3)
  let clear = oneSeRule.draw(dice, {})
  while (oneSeRule.clarity!(clear) < 1.5) clear = oneSeRule.draw(dice, {})
  const least = Math.min(...clear.map(({ error }) => error))
  const at = clear.findIndex(({ error }) => error === least)
  const tied = clear.map((point, i) => (i === at + 1 ? { ...point, error: least } : point))
  expect(oneSeRule.clarity!(tied)).toBe(0)
})

test('what lies too close together is not separate', () => {
  const item = { kind: 'numeric', prompt: '', answer: 1, abs: 0.1, why: '' } as const
  expect(separation({ ...item, named: [{ value: 1.1, message: '' }] })).toBeCloseTo(0.5)
  expect(separation({ ...item, named: [{ value: 2, message: '' }] })).toBeCloseTo(5)
})

/** What is wrong with an item, by the grader itself. */
function faultsOf(item: Drawn): string[] {
  return (item.kind === 'numeric' ? faultsOfNumeric(item) : faultsOfSingle(item)).map(
    (fault) => `${fault}: ${item.prompt}`,
  )
}

function faultsOfNumeric(item: DrawnNumeric): string[] {
  const grade = graderOf(item)
  return [
    ...typed(item, item.answer)
      .filter((text) => grade(text).low !== 1)
      .map((text) => `${text} is not right`),
    ...item.named
      .filter(({ value, message }) => {
        const { low, high, said } = grade(String(value))
        return low !== 0 || high !== 0 || said !== message
      })
      .map(({ value }) => `the slip ${value} is not told as such`),
  ]
}

/** What the grader makes of a text. */
function graderOf(item: DrawnNumeric) {
  const valid = numeric.schema.parse({ id: 'x', ...item })
  return (text: string) => {
    const graded = numeric.score(valid, text)
    if (!('score' in graded)) throw new Error(`${text} is no number`)
    return { ...graded.score, said: graded.message }
  }
}

/** A number as somebody would type it who does what the prompt asks for. */
function typed({ prompt, rel }: DrawnNumeric, value: number): string[] {
  return [
    String(value),
    ...(rel !== undefined ? [value.toPrecision(3)] : []),
    ...(/Two decimals/.test(prompt) ? [value.toFixed(2)] : []),
    ...(/a per cent/.test(prompt) ? [`${(100 * value).toFixed(0)}%`] : []),
    ...(/How many visitors/.test(prompt) ? [value.toFixed(0), String(Math.ceil(value))] : []),
  ]
}

/** @param found by the oracle: the number, or the place of the right option */
function faultsOfKey(item: Drawn, found: number): string[] {
  if (item.kind === 'single')
    return item.options[found]?.right ? [] : [`the oracle says ${found}: ${item.prompt}`]
  const { answer, abs, rel, prompt, why } = item
  const grade = graderOf(item)
  const isNear = Math.abs(found - answer) < (abs ?? rel! * Math.abs(answer)) / 2
  return [
    ...(isNear ? [] : [`the oracle says ${found}, not ${answer}: ${prompt}`]),
    ...typed(item, found)
      .filter((text) => grade(text).low !== 1)
      .map((text) => `${text} is not right: ${prompt}`),
    ...(numbersIn(why).some((number) => grade(String(number)).low === 1)
      ? []
      : [`the reason does not say ${answer}: ${why}`]),
  ]
}

function faultsOfSingle(item: DrawnSingle): string[] {
  const valid = single.schema.parse({ id: 'x', ...item })
  const right = valid.options.filter((option) => option.right)
  return [
    ...(right.length === 1 ? [] : [`${right.length} right options`]),
    ...(new Set(item.options.map(({ text }) => text)).size === item.options.length
      ? []
      : ['two options alike']),
  ]
}

function textsOf(item: DrawnNumeric | DrawnSingle): string[] {
  const reasons =
    item.kind === 'numeric'
      ? item.named.map(({ message }) => message)
      : item.options.map(({ why }) => why)
  return [item.prompt, item.why, ...reasons]
}

/** What is read beside the sentences. */
function labelsOf({ exhibit, ...item }: Drawn): string[] {
  const options = item.kind === 'single' ? item.options.map(({ text }) => text) : []
  if (!exhibit) return options
  const own =
    exhibit.type === 'table'
      ? [...exhibit.head, ...exhibit.rows.flat()]
      : [
          exhibit.x.label,
          exhibit.y.label,
          ...exhibit.panels.flatMap(({ label, lines }) => [
            label,
            ...lines.map((line) => line.label),
          ]),
        ]
  return [...options, exhibit.caption, ...own].filter((text) => text !== '')
}

/** The numbers of a text, in their order. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/(?<![\w.])[−-]?\d[\d\u202f]*(?:\.\d+)?%?/g)].map(([each]) =>
    parseNumber(each)!,
  )
}

function cellsOf(item: DrawnNumeric): number[][] {
  if (item.exhibit?.type !== 'table') throw new Error('no table')
  return item.exhibit.rows.map((row) => row.slice(1).map((cell) => parseNumber(cell) ?? NaN))
}

/** The least of a function, by halving: a way to a minimum that knows no formula. */
function least(f: (x: number) => number): number {
  let [low, high] = [-100, 100]
  for (let i = 0; i < 200; i++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
    if (f(a) < f(b)) high = b
    else low = a
  }
  return (low + high) / 2
}

/** Each solves the item from what the reader sees, in another way. Of options: the index. */
const oracles: { [Name in GeneratorName]: (item: never) => number } = {
  'ridge-by-hand'(item: DrawnNumeric) {
    const [n, xx, xy] = numbersIn(item.prompt) as [number, number, number]
    const lambda = Number(/with λ = ([\d.]*\d)/.exec(item.prompt)![1])
    return least((b) => (b * b * xx - 2 * b * xy) / (2 * n) + (lambda / 2) * b * b)
  },
  'orthonormal-lasso'(item: DrawnNumeric) {
    const z = numbersIn(/\((.*?)\)/.exec(item.prompt)![1]!)
    const lambda = Number(/with λ = ([\d.]*\d)/.exec(item.prompt)![1])
    return z
      .map((each) => Math.abs(least((b) => (each - b) ** 2 / 2 + lambda * Math.abs(b))))
      .reduce((a, b) => a + b)
  },
  'smallest-lambda'(item: DrawnNumeric) {
    const n = Number(/n = (\d+)/.exec(item.prompt)![1])
    const products = cellsOf(item)[0]!
    // by halving: is there a λ at which no coefficient alone would leave 0?
    const isEmpty = (lambda: number) =>
      products.every(
        (xy) => Math.abs(least((b) => (b * b) / 2 - (b * xy) / n + lambda * Math.abs(b))) < 1e-6,
      )
    return solveFor(0, (lambda) => (isEmpty(lambda) ? -1 : 1))
  },
  'ridge-degrees'(item: DrawnNumeric) {
    const eigenvalues = numbersIn(/eigenvalues (.*?)\. Ridge/.exec(item.prompt)![1]!)
    const lambda = Number(/with λ = ([\d.]*\d)/.exec(item.prompt)![1])
    return eigenvalues.reduce((sum, e) => sum + 1 / (1 + lambda / e), 0)
  },
  'which-panel'(item: DrawnSingle) {
    if (item.exhibit?.type !== 'chart') throw new Error('no chart')
    const asked = /lasso/.test(item.prompt)
      ? 'lasso'
      : /ridge/.test(item.prompt)
        ? 'ridge'
        : 'subset'
    return item.exhibit.panels.findIndex(({ lines }) => {
      const ends = lines.map(({ points }) => points.at(-1)![1])
      const jumps = lines.some(({ points }) =>
        points.some(([, y], i) => i > 0 && Math.abs(y - points[i - 1]![1]) > 0.45),
      )
      const found = ends.some((y) => y !== 0) ? 'ridge' : jumps ? 'subset' : 'lasso'
      return found === asked
    })
  },
  'one-se-rule'(item: DrawnSingle) {
    if (item.exhibit?.type !== 'chart') throw new Error('no chart')
    const { lines, bars } = item.exhibit.panels[0]!
    const points = lines[0]!.points
    const lowest = points.reduce((best, point) => (point[1] < best[1] ? point : best))
    const top = bars!.find(([x]) => x === lowest[0])![2]
    const [lambda] = points.findLast(([, error]) => error <= top + 1e-9)!
    return item.options.findIndex(({ text }) => Number(text.slice('λ = '.length)) === lambda)
  },
  'convert-lambda'(item: DrawnNumeric) {
    // Both objectives on one set of numbers: a single column with Σx² = n, Σxy = n·c.
    const n = Number(/^(\d+) rows/.exec(item.prompt)![1])
    const sd = Number(/deviation ([\d.]+) /.exec(item.prompt)![1])
    const [, , from] = /\(divisor n\)\. ()(.*?) fits a/.exec(item.prompt)!
    const to = /same coefficients: (.*)\?$/.exec(item.prompt)![1]!
    return solveFor(coefficient(from!, n, sd, null), (value) => coefficient(to, n, sd, value))
  },
  survivors(item: DrawnNumeric) {
    const lambda = Number(/at λ = ([\d.]*\d)/.exec(item.prompt)![1])
    const rows = item.exhibit?.type === 'table' ? item.exhibit.rows : []
    const alive = new Set<string>()
    for (const [at, name, what] of rows)
      if (Number(at) > lambda) {
        if (what === 'leaves 0') alive.add(name!)
        else expect(alive.delete(name!)).toBe(true)
      }
    return alive.size
  },
  'bias-variance'(item: DrawnNumeric) {
    const [beta, variance] = numbersIn(item.prompt) as [number, number]
    const lambda = Number(/λ = ([\d.]*\d)/.exec(item.prompt)![1])
    // two equally likely estimates with this mean and variance
    const errors = [-1, 1].map(
      (sign) => ((beta + sign * Math.sqrt(variance)) / (1 + lambda) - beta) ** 2,
    )
    return (errors[0]! + errors[1]!) / 2
  },
  'confusion-matrix'(item: DrawnNumeric) {
    const [[tp, fn], [fp, tn]] = cellsOf(item) as [[number, number], [number, number]]
    const [precision, recall] = [1 / (1 + fp / tp), 1 / (1 + fn / tp)]
    const metric = /its (.*?)\?/.exec(item.prompt)![1]!
    return {
      precision,
      recall,
      specificity: 1 - fp / (fp + tn),
      'F1 score': 2 / (1 / precision + 1 / recall),
      accuracy: 1 - (fp + fn) / (tp + fp + fn + tn),
    }[metric]!
  },
  'base-rate'(item: DrawnNumeric) {
    const [oneIn, sensitivity, falseAlarms] = numbersIn(item.prompt) as [number, number, number]
    const odds = sensitivity / falseAlarms / (oneIn - 1)
    return odds / (1 + odds)
  },
  'sample-size'(item: DrawnNumeric) {
    const [rate, lift] = numbersIn(item.prompt) as [number, number]
    // the n at which the difference is z₁ + z₂ standard errors
    const standardErrors = (n: number) => (rate * lift) / Math.sqrt((2 * rate * (1 - rate)) / n)
    let [low, high] = [1, 1e9]
    for (let i = 0; i < 200; i++) {
      const middle = (low + high) / 2
      if (standardErrors(middle) < 2.8) low = middle
      else high = middle
    }
    return low
  },
  'odds-ratio'(item: DrawnNumeric) {
    const [beta, , probability] = numbersIn(item.prompt.replace('one', '')) as [
      number,
      number,
      number,
    ]
    return 1 / (1 + Math.exp(-(Math.log(probability / (1 - probability)) + beta)))
  },
  'k-means'(item: DrawnNumeric) {
    const points = numbersIn(/points are (.*?);/.exec(item.prompt)![1]!)
    const [low, high] = numbersIn(/stand at (.*?)\. Where/.exec(item.prompt)![1]!) as [
      number,
      number,
    ]
    const mine = points.filter(
      (point) => Math.abs(point - low) < Math.abs(point - high) === /lower/.test(item.prompt),
    )
    return mine.reduce((sum, point) => sum + point, 0) / mine.length
  },
}

/** What one objective makes of a column with Σx² = n and Σxy = n·1.3; the prompt's own number if null. */
function coefficient(call: string, n: number, sd: number, value: number | null): number {
  const lambda = value ?? numbersIn(call.replace(/alpha = [01],/, '')).at(-1)!
  const xy = n * 1.3
  const half = (b: number) => (n * b * b - 2 * b * xy) / 2 // ½RSS but for a constant
  if (call.includes('Ridge(')) return least((b) => 2 * half(b) + lambda * b * b)
  if (call.includes('Lasso(')) return least((b) => half(b) / n + lambda * Math.abs(b))
  if (call.includes('glmnet(alpha = 1')) return least((b) => half(b) / n + lambda * Math.abs(b))
  if (call.includes('glmnet('))
    return sd * least((b) => (n * b * b - 2 * b * (xy / sd)) / (2 * n) + (lambda / sd / 2) * b * b)
  if (call.includes('β²')) return least((b) => half(b) + (lambda / 2) * b * b)
  return least((b) => half(b) + lambda * Math.abs(b))
}

/** Where a falling function has a value, by halving on a log scale. */
function solveFor(wanted: number, f: (value: number) => number): number {
  let [low, high] = [1e-6, 1e6]
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high)
    if (f(middle) > wanted) low = middle
    else high = middle
  }
  return low
}
