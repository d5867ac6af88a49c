import type { Finding } from '#lib/content/problem.ts'
import { remember } from '#lib/figures/remember.ts'
import { tryToDraw, type Variant } from '#lib/quiz/variants/index.ts'
import type { Page } from './page.ts'

const SEEDS = 200

/** A variant must be found for every seed, and soon: a mock interview cannot be without its item. */
export function variants({ question, yaml }: Page): Finding[] {
  return question.items.flatMap((item, index) => {
    if (item.kind !== 'variant') return []
    const { accept } = item.variant
    const missed = missedBy(item.variant)
    if (missed === 0) return []
    return [
      {
        ...yaml.placeOf(['items', index, 'variant', 'accept']),
        rule: 'items/variant-acceptance',
        message: `${missed} of ${SEEDS} seeds have no sample with a margin of ${accept.margin}`,
        hint: 'lower `margin`, or raise `maxTries`',
      },
    ]
  })
}

/** Seeds without a sample. The same generator with the same settings is in many questions. */
const missedBy = remember(
  JSON.stringify,
  (variant: Variant) => {
    const found = Array.from({ length: SEEDS }, (_, seed) => tryToDraw(variant, seed))
    return found.filter((each) => each.item === null).length
  },
  500,
)
