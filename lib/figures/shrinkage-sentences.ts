import { decimal, list } from './number.ts'
import { type Operator, shown } from './shrinkage-operators.ts'
import type { ShrinkageMoment, ShrinkageResult, ShrinkageState } from './shrinkage.ts'
import type { Units } from './units.ts'

export function shrinkageFinding(
  state: ShrinkageState,
  result: ShrinkageResult,
  units: Units,
): string {
  const at = `At z = ${decimal(state.z)} and penalty ${units.write(state.lambda, 1)}`
  return `${at} ${effect(state, result)}.`
}

export function shrinkageChanged(
  before: ShrinkageMoment,
  { state, result }: ShrinkageMoment,
  units: Units,
): string {
  const cause = causeOf(before.state, state, units)
  if (cause === undefined) return shrinkageFinding(state, result, units)
  const news = crossings(before.result, result, shown[state.show])
  return news === ''
    ? `${cause}: ${effect(state, result)}.`
    : `${cause}: ${news}; ${values(state, result)}.`
}

/** @returns nothing if more than one control has moved, or what is shown */
function causeOf(before: ShrinkageState, after: ShrinkageState, units: Units): string | undefined {
  const texts = {
    z: () => `z = ${decimal(after.z)}`,
    lambda: () => `Penalty ${units.write(before.lambda, 1)} to ${units.write(after.lambda, 1)}`,
    alpha: () => `Mix ${decimal(before.alpha)} to ${decimal(after.alpha)}`,
    gamma: () => `γ ${decimal(before.gamma, 1)} to ${decimal(after.gamma, 1)}`,
  }
  const keys = (['z', 'lambda', 'alpha', 'gamma'] as const).filter((k) => before[k] !== after[k])
  return keys.length === 1 && before.show === after.show ? texts[keys[0]!]() : undefined
}

function crossings(
  { answers: before }: ShrinkageResult,
  { answers: after, z }: ShrinkageResult,
  operators: readonly Operator[],
): string {
  if (z === 0) return ''
  const dropped = operators.filter((o) => before[o].estimate !== 0 && after[o].estimate === 0)
  const left = operators.filter((o) => before[o].estimate === 0 && after[o].estimate !== 0)
  const news = [
    dropped.length > 0 ? `${named(dropped)} ${dropped.length > 1 ? 'drop' : 'drops'} to 0` : '',
    left.length > 0 ? `${named(left)} ${left.length > 1 ? 'leave' : 'leaves'} 0` : '',
  ]
  return news.filter((text) => text !== '').join(', ')
}

function effect(state: ShrinkageState, result: ShrinkageResult): string {
  if (state.z === 0) return 'every operator returns 0'
  return `${values(state, result)}; ${reason(state, result)}`
}

function values({ show }: ShrinkageState, { answers }: ShrinkageResult): string {
  const operators = shown[show]
  if (operators.every((o) => answers[o].estimate === 0)) return `${named(operators)} all return 0`
  return list(
    operators.map(
      (o, i) => `${words[o]} ${i > 0 ? '' : 'returns '}${decimal(answers[o].estimate)}`,
    ),
  )
}

/** Why z becomes what it becomes, and how it would go on. */
function reason({ show }: ShrinkageState, { answers }: ShrinkageResult): string {
  const { soft, net, mcp } = answers
  if (show === 'concave')
    return soft.estimate === 0
      ? `they do up to |z| = ${decimal(soft.dead)}`
      : `MCP returns z itself from |z| = ${decimal(mcp.exactFrom)} on, L1 stays ${decimal(soft.dead)} away from it`
  if (soft.estimate !== 0)
    return 'a larger |z| loses no more to L1, but more to ridge and to the elastic net'
  const also = net.estimate === 0 ? `, the elastic net up to ${decimal(net.dead)}` : ''
  return `L1 returns 0 up to |z| = ${decimal(soft.dead)}${also}`
}

const words: Readonly<Record<Operator, string>> = {
  ridge: 'ridge',
  soft: 'L1',
  net: 'the elastic net',
  hard: 'hard thresholding',
  mcp: 'MCP',
}

/** Begins a clause, not a sentence. */
function named(operators: readonly Operator[]): string {
  return list(operators.map((o) => words[o]))
}
