import 'server-only'
import { z } from 'zod'
import { baseRate } from './base-rate.ts'
import { biasVariance } from './bias-variance.ts'
import { confusionMatrix } from './confusion-matrix.ts'
import { convertLambda } from './convert-lambda.ts'
import { type Drawn, diceOf, type Generator, separation } from './generator.ts'
import { kMeans } from './k-means.ts'
import { oddsRatio } from './odds-ratio.ts'
import { oneSeRule } from './one-se-rule.ts'
import { orthonormalLasso } from './orthonormal-lasso.ts'
import { ridgeByHand } from './ridge-by-hand.ts'
import { ridgeDegrees } from './ridge-degrees.ts'
import { sampleSize } from './sample-size.ts'
import { smallestLambda } from './smallest-lambda.ts'
import { survivors } from './survivors.ts'
import { whichPanel } from './which-panel.ts'

export type { Drawn, Generator } from './generator.ts'

/** Every generator by the name that authors give. */
export const generators = {
  'ridge-by-hand': ridgeByHand,
  'orthonormal-lasso': orthonormalLasso,
  'smallest-lambda': smallestLambda,
  'ridge-degrees': ridgeDegrees,
  'which-panel': whichPanel,
  'one-se-rule': oneSeRule,
  'convert-lambda': convertLambda,
  survivors,
  'bias-variance': biasVariance,
  'confusion-matrix': confusionMatrix,
  'base-rate': baseRate,
  'sample-size': sampleSize,
  'odds-ratio': oddsRatio,
  'k-means': kMeans,
}

export type GeneratorName = keyof typeof generators

/** What an author writes under `variant`. */
export const variantSchema = z
  .strictObject({
    generator: z.enum(Object.keys(generators) as [GeneratorName, ...GeneratorName[]]),
    params: z.record(z.string(), z.unknown()).default({}),
    accept: z
      .strictObject({
        /** in units of what the tolerances cover: above 1 no response can mean two things */
        margin: z.number().min(1).max(10).default(1.2),
        maxTries: z.int().min(1).max(1000).default(200),
      })
      .prefault({}),
  })
  .check(({ value, issues }) => {
    const found = generatorOf(value.generator).params.safeParse(value.params)
    for (const issue of found.error?.issues ?? [])
      issues.push({ ...issue, input: value, path: ['params', ...issue.path] } as never)
  })

export type Variant = z.infer<typeof variantSchema>

/** What kind of item a variant is; the same for all its seeds. */
export function kindOf(variant: Variant): Drawn['kind'] {
  return generatorOf(variant.generator).kind
}

/**
 * The item of a seed: the first sample that is as clear as the variant asks. The same for the same
 * seed everywhere and always: an interview is replayed from it.
 * @param seed any 32-bit integer
 * @throws Error when no sample in `maxTries` is; `check:content` sees to it that this does not happen
 */
export function draw(variant: Variant, seed: number): Drawn {
  const drawn = tryToDraw(variant, seed).item
  if (!drawn) throw new Error(`${variant.generator} found no fair variant for the seed ${seed}`)
  return drawn
}

/** @returns the item, if one was clear enough, and how many samples it took */
export function tryToDraw(
  { generator, params, accept }: Variant,
  seed: number,
): { item: Drawn | null; tries: number } {
  const source = generatorOf(generator)
  const settings = source.params.parse(params)
  const dice = diceOf(seed)
  for (let tries = 1; tries <= accept.maxTries; tries++) {
    const sample = source.draw(dice, settings)
    if ((source.clarity?.(sample) ?? Infinity) < accept.margin) continue
    const item = source.item(sample)
    if (separation(item) >= accept.margin) return { item, tries }
  }
  return { item: null, tries: accept.maxTries }
}

/** All generators are treated alike where the name is anybody's. */
function generatorOf(name: GeneratorName): Generator {
  return generators[name] as unknown as Generator
}
