import 'server-only'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { skipN } from 'pure-rand/utils/skipN'
import type { z } from 'zod'
import type { Exhibit } from '#lib/quiz/kinds/exhibit.ts'

/** A numeric item as a seed makes it. */
export type DrawnNumeric = {
  kind: 'numeric'
  prompt: string
  exhibit?: Exhibit
  answer: number
  /** what still counts as the answer: from the rounding that the prompt asks for */
  abs?: number
  rel?: number
  unit?: string
  /** likely slips, each with what went wrong; never the answer itself */
  named: { value: number; message: string }[]
  why: string
}

/** An item with one right option as a seed makes it. */
export type DrawnSingle = {
  kind: 'single'
  prompt: string
  exhibit?: Exhibit
  options: { id: string; text: string; right?: true; why: string }[]
  why: string
}

export type Drawn = DrawnNumeric | DrawnSingle

/**
 * Makes one item out of a seed. A sample holds the numbers as they are written, so that who computes
 * with what is shown gets the key.
 */
export type Generator<Params = object, Sample = unknown> = {
  kind: Drawn['kind']
  /** for authors: what is asked, in a sentence */
  asks: string
  params: z.ZodType<Params>
  draw(dice: Dice, params: Params): Sample
  /**
   * How clearly this sample has its answer, beyond the distance between numbers (see `separation`):
   * 1 is just clear, 0 is a tie.
   */
  clarity?(sample: Sample): number
  item(sample: Sample): Drawn
}

/** TypeScript infers what is drawn from `draw`, and holds the rest to it. */
export function generator<Params, Sample>(each: Generator<Params, Sample>) {
  return each
}

/** Chance, the same for the same seed everywhere. */
export type Dice = ReturnType<typeof diceOf>

/** @param seed any 32-bit integer */
export function diceOf(seed: number) {
  const random = xoroshiro128plus(seed)
  skipN(random, 16) // which are alike for all small seeds
  const int = (low: number, high: number) => uniformInt(random, low, high)
  return {
    /** a whole number from low to high, both included */
    int,
    /** low, low + 1/parts, …, high: as exact as its decimals are */
    grid: (low: number, high: number, parts: number) =>
      int(Math.round(low * parts), Math.round(high * parts)) / parts,
    pick: <T>(list: readonly [T, ...T[]]): T => list[int(0, list.length - 1)]!,
    chance: (share: number) => uniformFloat64(random) < share,
    /** the list in another order */
    shuffle<T>(list: readonly T[]): T[] {
      const result = [...list]
      for (let i = result.length - 1; i > 0; i--) {
        const j = int(0, i)
        ;[result[i], result[j]] = [result[j]!, result[i]!]
      }
      return result
    },
  }
}

type Tolerance = { abs?: number; rel?: number }
type Named = { value: number; message: string }

/**
 * How far the answer and the named slips lie apart, in units of what their tolerances cover
 * together: below 1 one response could mean two of them. Infinite when nothing is named.
 */
export function separation(item: Drawn): number {
  if (item.kind !== 'numeric') return Infinity
  const values = [item.answer, ...item.named.map(({ value }) => value)]
  return Math.min(
    ...values.flatMap((a, i) => values.slice(i + 1).map((b) => distance(item, a, b))),
    Infinity,
  )
}

/** Leaves out slips that happen to come close to the answer, or to a slip before them. */
export function distinct(item: { answer: number } & Tolerance, named: readonly Named[]): Named[] {
  const kept: Named[] = []
  for (const each of named)
    if (
      [item.answer, ...kept.map(({ value }) => value)].every(
        (v) => distance(item, v, each.value) >= 2,
      )
    )
      kept.push(each)
  return kept
}

/** In units of what both tolerances cover together. */
function distance(item: Tolerance, a: number, b: number): number {
  const reach = (value: number) => item.abs ?? item.rel! * Math.abs(value)
  return Math.abs(a - b) / (reach(a) + reach(b))
}
