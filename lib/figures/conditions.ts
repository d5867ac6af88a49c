import { evaluate, type Expression, print, type Scope } from './expression.ts'
import type { Unit } from './expression-truth.ts'
import { decimal } from './number.ts'

/** One of the things that a goal asks for, and what was found. */
export type Condition = {
  holds: boolean
  /** "exactly 3", "at least 0.95"; the whole comparison where it is not one name against a number */
  wanted: string
  /** each name that it reads, as found */
  found: { name: string; value: number }[]
  margin: number
  unit: Unit
}

/** A goal in its parts: what `and` joins at the top.
 *  @throws ExpressionError as `evaluate` does */
export function conditionsOf(goal: Expression, scope: Scope): Condition[] {
  if (goal.kind === 'and') return [goal.left, goal.right].flatMap((e) => conditionsOf(e, scope))
  const { holds, margin, unit, seen } = evaluate(goal, scope)
  const found = [...seen].map(([name, value]) => ({ name, value }))
  return [{ holds, wanted: wantedBy(goal), found, margin, unit }]
}

/** How much room a condition that holds has, a sentence; null where nothing near would end it. */
export function roomIn({ margin, unit }: Pick<Condition, 'margin' | 'unit'>): string | null {
  // Against 0 every slack is the whole of the other side.
  if (!Number.isFinite(margin) || (unit === 'share' && margin >= 1)) return null
  if (unit === 'share') return `There is ${decimal(100 * margin, margin < 0.1 ? 1 : 0)} % to spare.`
  return `It holds until λ changes by a factor of ${decimal(10 ** margin, margin < 0.04 ? 3 : 2)}.`
}

/** A number as a verdict writes it: four digits at most. */
export function written(value: number): string {
  return signed(String(Number(value.toPrecision(4))))
}

const bounds = {
  '==': 'exactly',
  '!=': 'anything but',
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
} as const

function wantedBy(e: Expression): string {
  if (e.kind === 'compare' && (e.left.kind === 'name' || e.left.kind === 'at')) {
    const bound = numberIn(e.right)
    if (bound !== null) return `${bounds[e.operator]} ${written(bound)}`
  }
  return signed(print(e).replace(/^\((.*)\)$/s, '$1'))
}

function numberIn(e: Expression): number | null {
  if (e.kind === 'number') return e.value
  return e.kind === 'negate' && e.of.kind === 'number' ? -e.of.value : null
}

const signs = new Map([
  ['==', '='],
  ['!=', '≠'],
  ['<=', '≤'],
  ['>=', '≥'],
  ['*', '×'],
  ['-', '−'],
])

function signed(text: string): string {
  return text.replaceAll(/[!=<>]=|[*-]/g, (sign) => signs.get(sign)!)
}
