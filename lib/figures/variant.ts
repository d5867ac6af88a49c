import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { skipN } from 'pure-rand/utils/skipN'
import { type Fields, type Figure, patched, type State } from './figure.ts'

/** How a figure draws other data that show the same point. */
export type Variant<F extends Fields = Fields, R = unknown> = {
  /** the point that stays visible, a sentence: "A noise feature outlives a true effect." */
  keeps: string
  /** what changes: usually the seed. @param random uniform in [0, 1) */
  draw(random: () => number, state: State<F>): Partial<State<F>>
  /** by how much the point is visible, in the units that `margin` is given in */
  slack(state: State<F>, result: R): number
  /** accepted from here on; above 0 */
  margin: number
}

export const mostDraws = 40

/**
 * Other data that show the same point, by rejection: the first draw whose slack reaches the margin.
 * @param seed any 32-bit integer; the same one gives the same variant of the same state
 * @returns null if none of 40 draws shows the point
 */
export function fairVariant<F extends Fields, R>(
  { fields, compute, variant }: Pick<Figure<F, R>, 'fields' | 'compute' | 'variant'>,
  state: State<F>,
  seed: number,
): State<F> | null {
  const generator = xoroshiro128plus(seed)
  skipN(generator, 16) // which are alike for all small seeds
  const random = () => uniformFloat64(generator)
  for (let i = 0; i < mostDraws; i++) {
    const drawn = patched(fields, state, variant.draw(random, state))
    // What is on the screen already is no other data.
    if (drawn !== state && variant.slack(drawn, compute(drawn)) >= variant.margin) return drawn
  }
  return null
}
