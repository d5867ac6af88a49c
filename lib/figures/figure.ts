import type { Code } from './code.ts'
import type { Sample, Units } from './units.ts'
import type { Variant } from './variant.ts'

/** A number that a reader can set, and its twin in the URL. */
export type NumberField = {
  kind: 'number'
  /** in plain words: "Budget" */
  label: string
  /** its letter, set in italic serif, with a subscript if it has one */
  symbol?: string
  sub?: string
  min: number
  max: number
  /** what a slider and an arrow key move by; on a log scale in decades */
  step: number
  /** decimals that are kept; on a log scale significant digits */
  digits: number
  scale?: 'log'
  default: number
}

/** One of a few words. */
export type ChoiceField = {
  kind: 'choice'
  label: string
  options: readonly { value: string; label: string }[]
  default: string
}

export type Field = NumberField | ChoiceField
export type Fields = Readonly<Record<string, Field>>
type Value<F extends Field> = F extends ChoiceField ? F['options'][number]['value'] : number
export type State<F extends Fields = Fields> = { readonly [K in keyof F]: Value<F[K]> }

/** A state with what came of it: what a sentence about a change compares. */
export type Moment<F extends Fields = Fields, R = unknown> = { state: State<F>; result: R }

export type Column = { label: string; method?: 'l1' | 'l2' | 'en' | 'ols' }
/** Rows begin with their heading; the numbers are those of the drawing, not rounded. */
export type Table = {
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly [string, ...(number | string)[]])[]
}

/**
 * What is true of a figure without a browser. The island draws it, the server grades it, the
 * content check asserts claims about it: all from the same `compute`.
 */
export type Figure<F extends Fields = Fields, R = unknown> = {
  id: string
  title: string
  fields: F
  /** Pure: equal states give equal results, made of numbers, typed arrays and plain objects alone. */
  compute(state: State<F>): R
  /** Computing may take longer than 4 ms: in the browser a worker does it. */
  heavy?: true
  /** The results that claims and tasks may name, for this state. `gap` is the worst certificate.
   *  What each name means, for authors, stands in names.ts. */
  named(result: R): Record<string, number>
  /** What other conventions need in order to write a penalty. */
  sample(state: State<F>, result: R): Sample
  /** One sentence: what the drawing shows, with its numbers. */
  finding(state: State<F>, result: R, units: Units): string
  /** One sentence: what changed between two states, and why. */
  changed(before: Moment<F, R>, after: Moment<F, R>, units: Units): string
  /** The numbers of the drawing. */
  tables(state: State<F>, result: R, units: Units): readonly Table[]
  /** Other data that show the same point. */
  variant: Variant<F, R>
  /** What is behind the drawing, as anybody can repeat it elsewhere. */
  code(state: State<F>, result: R): readonly Code[]
}

/** What the named result `gap` may be: a state above it says so, and is never graded. */
export const largestGap = 1e-6

/** Says that `of` is a figure, and infers its fields. */
export function figure<const F extends Fields, R>(of: Figure<F, R>): Figure<F, R> {
  return of
}

export function defaults<F extends Fields>(of: { fields: F }): State<F> {
  const entries = Object.entries(of.fields).map(([key, field]) => [key, field.default])
  return Object.fromEntries(entries) as State<F>
}

/**
 * The state with some of its values changed, each to the nearest that its field can take.
 * @returns the same object if nothing changes
 */
export function patched<F extends Fields>(
  fields: F,
  state: State<F>,
  patch: Partial<State<F>>,
): State<F> {
  const settled = Object.entries(patch).map(([key, value]) => {
    const field = fields[key]!
    return [key, field.kind === 'number' ? settle(field, Number(value)) : value] as const
  })
  return settled.every(([key, value]) => state[key] === value)
    ? state
    : { ...state, ...Object.fromEntries(settled) }
}

/** @returns the nearest value that the field can take: within its range, at its resolution */
export function settle(field: NumberField, value: number): number {
  const within = Math.min(field.max, Math.max(field.min, value))
  const rounded =
    field.scale === 'log' ? Number(within.toPrecision(field.digits)) : round(within, field.digits)
  return Object.is(rounded, -0) ? 0 : rounded
}

function round(x: number, digits: number): number {
  return Number(x.toFixed(digits))
}
