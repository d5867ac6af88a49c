import { type Convention, convertPenalty } from '#lib/solver/index.ts'
import { list, penalty } from './number.ts'

/** What other conventions need in order to write a penalty of this drawing. */
export type Sample = {
  /** rows of the data */
  n: number
  /** standard deviation of the response, divisor n; 1 for the binomial family */
  sdY: number
  family?: 'gaussian' | 'binomial' | undefined
}

/** How a penalty is written: in the house's convention or in another one. */
export type Units = {
  convention: Convention
  /** what it is called there, for a penalty of this mix: "λ", "alpha", "C" */
  letter(alpha: number): string
  /** scikit-learn's C: the larger, the weaker the penalty */
  inverse: boolean
  /** from the house's λ to the number of the convention */
  to(lambda: number, alpha: number): number
  /** and back */
  from(value: number, alpha: number): number
  /** the number of the convention as text, without its letter */
  write(lambda: number, alpha: number): string
  /** the elastic net's mix: what it is called there, and its number, which glmnet moves with sd(y) */
  mixLetter: string
  mix(alpha: number): number
}

/** λ as in `lib/solver`: what every state, table row and claim holds. */
export const house: Units = {
  convention: 'house',
  letter: () => 'λ',
  inverse: false,
  to: (lambda) => lambda,
  from: (value) => value,
  write: (lambda) => penalty(lambda),
  mixLetter: 'α',
  mix: (alpha) => alpha,
}

/** @param sample of the drawing whose penalties are written; without data all conventions agree */
export function unitsOf(convention: Convention, sample: Sample): Units {
  if (convention === 'house' || !hasData(sample)) return house
  const { n, family = 'gaussian' } = sample
  const { letter, mixLetter } = words[convention]
  // a response that does not vary has no scale; nothing is fitted to it, so any will do
  const setting = { n, family, sdY: sample.sdY > 0 ? sample.sdY : 1 }
  const to = (lambda: number, alpha: number) =>
    convertPenalty({ lambda, alpha }, 'house', convention, setting)
  // the number is λ times a factor, or for C its inverse: either way one value tells
  const one = (alpha: number) => to(1, alpha).lambda
  const inverse = convention === 'sklearn' && family === 'binomial'
  return {
    convention,
    letter: () => (inverse ? 'C' : letter),
    inverse,
    to: (lambda, alpha) => to(lambda, alpha).lambda,
    from: (value, alpha) => (inverse ? one(alpha) / value : value / one(alpha)),
    write: (lambda, alpha) => foreign(to(lambda, alpha).lambda),
    mixLetter,
    mix: (alpha) => to(1, alpha).alpha,
  }
}

/** A figure of an operator or a prior gives one row: there is nothing to convert with. */
export function hasData({ n }: Sample): boolean {
  return n > 1
}

const words = {
  sklearn: { letter: 'alpha', mixLetter: 'l1_ratio' },
  glmnet: { letter: 'lambda', mixLetter: 'alpha' },
  textbook: { letter: 'λ', mixLetter: 'α' },
} as const

/** Like the house's, but other conventions also reach very small and very large numbers. */
function foreign(x: number): string {
  if (x === Infinity) return '∞'
  if (x >= 1000) return String(Math.round(x))
  return x === 0 || x >= 0.01 ? penalty(x) : x.toPrecision(2)
}

/** The numbers of several methods at one λ, each once: "0.25" where they agree, else "0.25 and 15.0". */
export function writeEach(units: Units, lambda: number, mixes: readonly number[]): string {
  return list([...new Set(mixes.map((alpha) => units.write(lambda, alpha)))])
}

/** Within a sentence: "penalty 0.25", and "C = 0.02" where the number is no penalty. */
export function strength(units: Units, lambda: number, mixes: readonly number[]): string {
  const written = writeEach(units, lambda, mixes)
  return units.inverse ? `${units.letter(1)} = ${written}` : `penalty ${written}`
}

export type Tick = {
  /** the house's λ, where the axis has it */
  lambda: number
  text: string
}

/**
 * Where an axis of λ has its numbers: at the round ones of the convention.
 * @param domain of the axis, the house's λ, above 0
 * @returns at most 7, λ rising (so that scikit-learn's C falls)
 */
export function penaltyTicks(
  units: Units,
  alpha: number,
  [min, max]: readonly [number, number],
): Tick[] {
  const ends = [units.to(min, alpha), units.to(max, alpha)].toSorted((a, b) => a - b)
  const within = ends as [number, number]
  const [every, each, fine] = [round(within, [1], 2), round(within, [1]), round(within, [1, 3])]
  const chosen = each.length > 7 ? every : each.length > 2 ? each : fine
  const ticks = chosen.map((value) => ({ lambda: units.from(value, alpha), text: String(value) }))
  return ticks.toSorted((a, b) => a.lambda - b.lambda)
}

/** The numbers in [low, high] that are some multiple of a power of ten; each power, or every other. */
function round([low, high]: [number, number], times: readonly number[], step = 1): number[] {
  const first = Math.ceil(Math.floor(Math.log10(low)) / step) * step
  const last = Math.floor(Math.log10(high))
  const powers = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) =>
    Number(`1e${first + i * step}`),
  )
  return powers
    .flatMap((power) => times.map((multiple) => Number((multiple * power).toPrecision(1))))
    .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
}

/** One sentence: how the convention states the penalty, with the numbers of this drawing. */
export function explain({ convention }: Units, { n, sdY, family }: Sample): string {
  return family === 'binomial'
    ? {
        house: 'λ times the penalty is added to the mean log-loss.',
        sklearn: `C of LogisticRegression = 1/(nλ), n = ${n}: a larger C penalises less.`,
        glmnet: 'For classes glmnet’s lambda is this site’s λ.',
        textbook: `λ is added to the summed log-loss: n = ${n} times this site’s.`,
      }[convention]
    : {
        house: 'λ times the penalty is added to RSS/(2n).',
        sklearn: `alpha of Lasso and ElasticNet = λ; alpha of Ridge = nλ, n = ${n}.`,
        glmnet: `lambda = λ for the lasso; glmnet divides y by its standard deviation, so for ridge lambda = ${penalty(sdY)} λ, and the elastic net’s alpha moves too.`,
        textbook: `λ is added to RSS/2: n = ${n} times this site’s.`,
      }[convention]
}
