import 'server-only'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** The same order for the same seed, everywhere (Fisher–Yates over xoroshiro128+). */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = xoroshiro128plus(seed)
  const result = [...list]
  for (let i = result.length - 1; i > 0; i--) {
    const j = uniformInt(random, 0, i)
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}
