import type { GroupingMoment, GroupingResult, GroupingState, Shared } from './grouping.ts'
import { decimal, list } from './number.ts'
import { type Units, writeEach } from './units.ts'

export function groupingFinding(
  state: GroupingState,
  result: GroupingResult,
  units: Units,
): string {
  return `At penalty ${penalties(state.lambda, result, units)} ${shares(result, units)}.`
}

export function groupingChanged(
  before: GroupingMoment,
  { state, result }: GroupingMoment,
  units: Units,
): string {
  const cause = newSetting(before.state, state, result, units)
  if (cause !== undefined) return `${cause}: ${shares(result, units)}.`
  const [from, to] = [before.result.en, result.en]
  return `Mix ${mix(from, units)} to ${mix(to, units)}: the elastic net moves the ${group(result)} from ${values(from, result)} to ${values(to, result)}, from ${apart(from)} to ${apart(to)} apart${to.alpha === 1 ? anySplit(result) : ''}.`
}

function shares(result: GroupingResult, units: Units): string {
  const { l1, en, l2 } = result
  const each = [
    `the lasso gives the ${group(result)} ${values(l1, result)}`,
    `the elastic net at mix ${mix(en, units)} ${values(en, result)}`,
    `ridge ${values(l2, result)}`,
  ]
  return `${list(each)}, which is ${list([l1, en, l2].map(apart))} apart${anySplit(result)}`
}

/** Of equal columns the lasso asks for a sum only. */
function anySplit({ rho, l1 }: GroupingResult): string {
  if (rho < 1 || l1.total === 0) return ''
  return `; they are equal columns, and for the lasso any split of ${decimal(l1.total)} among them is as good`
}

function newSetting(
  before: GroupingState,
  after: GroupingState,
  result: GroupingResult,
  units: Units,
): string | undefined {
  if (before.lambda !== after.lambda)
    return `Penalty ${penalties(before.lambda, result, units)} to ${penalties(after.lambda, result, units)}`
  if (before.rho !== after.rho) return `Correlation ${decimal(after.rho, 3)}`
  if (before.size !== after.size) return after.size === '2' ? 'Twins' : 'Triplets'
  if (before.lone !== after.lone)
    return `Lone effect ${decimal(after.lone)}, which has no part in the group`
  if (before.sigma !== after.sigma) return `Noise ${decimal(after.sigma)}`
  return before.seed === after.seed ? undefined : `Sample ${after.seed}`
}

/** Some conventions have another number for each of the three methods. */
function penalties(lambda: number, { en }: GroupingResult, units: Units): string {
  return writeEach(units, lambda, [1, en.alpha, 0])
}

function group({ size }: GroupingResult): string {
  return size === 2 ? 'twins' : 'triplets'
}

function values({ coefficients }: Shared, { size }: GroupingResult): string {
  return `(${Array.from(coefficients.subarray(0, size), (b) => decimal(b)).join(', ')})`
}

/** "7.0%" */
export function apart({ difference }: Shared): string {
  return `${decimal(100 * difference, difference < 0.095 ? 1 : 0)}%`
}

function mix({ alpha }: Shared, units: Units): string {
  return decimal(units.mix(alpha))
}
