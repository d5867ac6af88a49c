import type { Bank } from './bank.ts'
import { type Blueprint, type Constraint, CONSTRAINTS, MINUTES, relax } from './blueprint.ts'
import { type Candidate, candidates } from './candidates.ts'

/** What there is to draw from. */
export type Supply = { items: number; minutes: number }

/** Why a blueprint cannot be filled, and what would help. */
export type Shortage = {
  supply: Supply
  /** with one constraint given up, those that give most first; only such as give more */
  relaxed: { constraint: Constraint; supply: Supply }[]
  /** a length that the bank fills; null when nothing at all can be asked */
  shorter: Blueprint['length'] | null
}

/** Up to this share of the wanted time may be left over: whatever remains would be too long. */
const SLACK = 0.25

export function isShort({ length }: Blueprint, chosen: readonly Candidate[]): boolean {
  const { items, minutes } = supplyOf(chosen)
  return 'minutes' in length ? minutes < length.minutes * (1 - SLACK) : items < length.items
}

export function shortageOf(
  blueprint: Blueprint,
  seed: number,
  bank: Bank,
  seen: ReadonlySet<string>,
  chosen: readonly Candidate[],
): Shortage {
  const supplyUnder = (other: Blueprint) => supplyOf(candidates(other, seed, bank, seen))
  const supply = supplyUnder(blueprint)
  return {
    supply,
    relaxed: CONSTRAINTS.map((constraint) => ({
      constraint,
      supply: supplyUnder(relax(blueprint, constraint)),
    }))
      .filter((each) => each.supply.items > supply.items)
      .toSorted((a, b) => b.supply.minutes - a.supply.minutes),
    shorter: shorter(blueprint, supplyOf(chosen)),
  }
}

function shorter({ length }: Blueprint, { items, minutes }: Supply): Blueprint['length'] | null {
  if (items === 0) return null
  return 'minutes' in length && minutes >= MINUTES.least
    ? { minutes: Math.ceil(minutes) }
    : { items }
}

function supplyOf(list: readonly Candidate[]): Supply {
  return {
    items: list.reduce((count, { screens }) => count + screens.length, 0),
    minutes: list.reduce((total, { minutes }) => total + minutes, 0),
  }
}
