import type { Finding } from '#lib/content/problem.ts'
import { tryToDraw } from '#lib/quiz/variants/index.ts'
import type { Page } from './page.ts'

const SEEDS = 200

/** A variant must be found for every seed, and soon: a mock interview cannot be without its item. */
export function variants({ question, yaml }: Page): Finding[] {
  return question.items.flatMap((item, index) => {
    if (item.kind !== 'variant') return []
    const { accept } = item.variant
    const found = Array.from({ length: SEEDS }, (_, seed) => tryToDraw(item.variant, seed))
    const missed = found.filter((each) => each.item === null).length
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
