import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { skipN } from 'pure-rand/utils/skipN'

/**
 * Chance that belongs to a name: it does not depend on what else is drawn, or in what order, so a
 * question that is added to the bank moves no other.
 * @param seed any 32-bit integer @returns uniform in [0, 1)
 */
export function draw(seed: number, name: string): number {
  return uniformFloat64(generator(seed, name))
}

/** @returns an integer in [0, 2³¹) */
export function drawSeed(seed: number, name: string): number {
  return uniformInt(generator(seed, name), 0, 2 ** 31 - 1)
}

function generator(seed: number, name: string) {
  const random = xoroshiro128plus(seed ^ hash(name))
  skipN(random, 16) // which are alike for all small seeds
  return random
}

/** FNV-1a, 32 bits, of a text in ASCII. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}
