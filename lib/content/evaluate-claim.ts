import {
  evaluate,
  ExpressionError,
  numbersOnly,
  parse,
  type Result,
  type Scope,
} from '#lib/figures/expression.ts'
import {
  decodeState,
  encodeState,
  type Figure,
  type FigureId,
  figures,
} from '#lib/figures/index.ts'
import { nearest } from './nearest.ts'

/** A claim that holds, one that does not, or one that cannot be decided (`column` is 1-based). */
export type Verdict =
  | { kind: 'holds'; result: Result }
  | { kind: 'fails'; message: string }
  | { kind: 'broken'; message: string; column: number; hint?: string }

/** What the claim speaks of; null if it uses numbers alone. */
export type Subject = { demo: FigureId; state: string } | null

/** The same arithmetic that draws the figure and grades its tasks. */
export function evaluateClaim(text: string, subject: Subject): Verdict {
  try {
    const result = evaluate(parse(text), scopeOf(subject))
    return result.holds ? { kind: 'holds', result } : { kind: 'fails', message: failure(result) }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { kind: 'broken', message: error.message, column: error.column, ...hint(error, subject) }
  }
}

/** The figure's named results in a state, and in others. Equal states are computed once. */
function scopeOf(subject: Subject): Scope {
  if (!subject) return numbersOnly
  const figure: Figure = figures[subject.demo] as unknown as Figure
  const { state } = decodeState(figure, subject.state)
  return {
    value: (name) => resultsOf(figure, encodeState(figure, state)).get(name),
    at(overrides, name) {
      const parts = Object.entries({ ...state, ...overrides }).map(
        ([key, value]) => `${key}~${value}`,
      )
      const other = decodeState(figure, `1.${parts.join('_')}`)
      if (other.notes.length > 0) throw new RangeError(other.notes.join(' '))
      return resultsOf(figure, encodeState(figure, other.state)).get(name)
    },
  }
}

const computed = new Map<string, ReadonlyMap<string, number>>()

function resultsOf(figure: Figure, state: string): ReadonlyMap<string, number> {
  const key = `${figure.id} ${state}`
  let results = computed.get(key)
  if (!results) {
    results = new Map(
      Object.entries(figure.named(figure.compute(decodeState(figure, state).state))),
    )
    computed.set(key, results)
  }
  return results
}

function failure({ seen }: Result): string {
  if (seen.size === 0) return 'this does not hold'
  const found = [...seen].map(([name, value]) => `${name} is ${Number(value.toPrecision(6))}`)
  return `this does not hold: ${found.join(', ')}`
}

function hint({ message }: ExpressionError, subject: Subject): { hint?: string } {
  const [, name] = /no result “(?:at\(.*\)\.)?(\w+)”/.exec(message) ?? []
  if (name === undefined) return {}
  if (!subject)
    return {
      hint: 'say which figure is meant: demo="…" state="…", or put the claim inside of a <Demo>',
    }
  const figure: Figure = figures[subject.demo] as unknown as Figure
  const known = [...resultsOf(figure, '').keys()]
  const candidate = nearest(name, known)
  return {
    hint: candidate ? `did you mean “${candidate}”?` : `${subject.demo} knows ${known.join(', ')}`,
  }
}
