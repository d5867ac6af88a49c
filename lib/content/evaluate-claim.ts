import { type Condition, conditionsOf } from '#lib/figures/conditions.ts'
import {
  evaluate,
  ExpressionError,
  numbersOnly,
  parse,
  type Result,
  type Scope,
  type Sort,
} from '#lib/figures/expression.ts'
import { decodeState, defaults, figureById, type FigureId } from '#lib/figures/index.ts'
import { remember } from '#lib/figures/remember.ts'
import { scopeOf } from '#lib/figures/scope.ts'
import { nearest } from './nearest.ts'

/** A claim that holds, one that does not, or one that cannot be decided (`column` is 1-based). */
export type Verdict =
  | { kind: 'holds'; result: Result }
  | { kind: 'fails'; message: string }
  | { kind: 'broken'; message: string; column: number; hint?: string }

/** What the claim speaks of; null if it uses numbers alone. */
export type Subject = { demo: FigureId; state: string } | null

/**
 * The same arithmetic that draws the figure and grades its tasks.
 * @param wanted a number instead of a truth: it "holds" if it is finite
 */
export function evaluateClaim(text: string, subject: Subject, wanted: Sort = 'truth'): Verdict {
  // Of whoever asks, no more than what it speaks of.
  const about = subject && { demo: subject.demo, state: subject.state }
  return verdictOn({ text, subject: about, wanted })
}

type Asked = { text: string; subject: Subject; wanted: Sort }

/** A file is checked again and again while it is written, and hardly a claim in it has changed. */
const verdictOn = remember(JSON.stringify, decide, 500)

function decide({ text, subject, wanted }: Asked): Verdict {
  try {
    const result = evaluate(parse(text, wanted), subjectScope(subject))
    return result.holds
      ? { kind: 'holds', result }
      : { kind: 'fails', message: failure(text, subject, wanted) }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { kind: 'broken', message: error.message, column: error.column, ...hint(error, subject) }
  }
}

function subjectScope(subject: Subject): Scope {
  const figure = subject && figureById(subject.demo)
  return figure ? scopeOf(figure, decodeState(figure, subject.state).state) : numbersOnly
}

/** Of what `and` joins, each part that does not hold: what was found, and what was claimed. */
function failure(text: string, subject: Subject, wanted: Sort): string {
  if (wanted === 'number') return 'this is no finite number'
  const parts = conditionsOf(parse(text), subjectScope(subject)).filter(({ holds }) => !holds)
  return parts.map(told).join('; ')
}

function told({ found, wanted }: Condition): string {
  if (found.length === 0) return `“${wanted}” is claimed, and does not hold`
  const values = found.map(({ name, value }) => `${name} is ${Number(value.toPrecision(6))}`)
  return `found: ${values.join(', ')}; claimed: ${wanted}`
}

function hint({ message }: ExpressionError, subject: Subject): { hint?: string } {
  const [, name] = /no result “(?:at\(.*\)\.)?(\w+)”/.exec(message) ?? []
  if (name === undefined) return {}
  if (!subject)
    return {
      hint: 'say which figure is meant: demo="…" state="…", or put the claim inside of a <Demo>',
    }
  const figure = figureById(subject.demo)!
  const known = Object.keys(figure.named(figure.compute(defaults(figure))))
  const candidate = nearest(name, known)
  return {
    hint: candidate ? `did you mean “${candidate}”?` : `${subject.demo} knows ${known.join(', ')}`,
  }
}
