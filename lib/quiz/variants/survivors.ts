import 'server-only'
import { z } from 'zod'
import { fit, makeData, pathKnots, prepare } from '#lib/solver/index.ts'
import { generator } from './generator.ts'
import { count, written } from './words.ts'

type Event = { lambda: number; feature: number; enters: boolean }

/** The events of a lasso path, with what leaves again; Efron et al. 2004, section 3.1. */
export const survivors = generator({
  kind: 'numeric',
  asks: 'How many coefficients the lasso keeps at a λ, from the events of its path.',
  params: z.strictObject({}),
  draw(dice) {
    const seed = dice.int(1, 1_000_000)
    const { x, y } = makeData({ seed, n: 14, p: 5, rho: 0.9, k: 3, step: 2, sigma: 2 })
    const events = eventsOf(prepare(x, y))
    // between two events, after at least one that left
    const left = events.findIndex(({ enters }) => !enters)
    const after = left < 0 ? 0 : dice.int(left, Math.max(left, events.length - 2))
    const above = events[after]?.lambda ?? 0
    const below = events[after + 1]?.lambda ?? 0
    return { events, left, after, lambda: Number(((above + below) / 2).toPrecision(2)) }
  },
  /** One leaves before the λ asked for, and no event stands close to it. */
  clarity({ events, left, after, lambda }) {
    if (left < 0) return 0
    const above = events[after]!.lambda
    const below = events[after + 1]?.lambda ?? 0
    const least = Math.min(...events.slice(0, after + 2).map(({ lambda: at }) => at))
    if (least < 0.01 && below !== 0) return 0 // written as 0.00
    // two decimals are shown: the λ asked for lies between the events as they are written, too
    const shown = [above, below].map((each) => Number(each.toFixed(2)))
    const gaps = [shown[0]! - lambda, below === 0 ? lambda : lambda - shown[1]!]
    return Math.min(...gaps) / Math.max(0.01, 0.08 * lambda)
  },
  item({ events, lambda }) {
    const above = events.filter((event) => event.lambda > lambda)
    const entered = above.filter(({ enters }) => enters).length
    const gone = above.length - entered
    return {
      kind: 'numeric',
      prompt: `As λ falls, these things happen on the path of a lasso with five features; above the first λ all coefficients are 0. How many are not 0 at λ = ${written(lambda)}?`,
      exhibit: {
        type: 'table',
        caption: 'The path from above',
        head: ['λ', 'coefficient', ''],
        rows: events
          .filter((event) => event.lambda >= 0.01)
          .map((event) => [
            event.lambda.toFixed(2),
            `β${'₁₂₃₄₅'[event.feature]}`,
            event.enters ? 'leaves 0' : 'returns to 0',
          ]),
      },
      answer: entered - gone,
      abs: 0.4,
      named: [
        { value: entered, message: 'That counts every entry: what returns to 0 is no survivor.' },
      ],
      why: `${count(entered, 'coefficient leaves', 'coefficients leave')} 0 above λ = ${written(lambda)}, and ${count(gone, 'returns', 'return')}: ${written(entered)} − ${written(gone)} = ${written(entered - gone)}. The number of survivors need not rise steadily as λ falls.`,
    }
  },
})

/** What changes at each knot, by the solver: the support just below it against the one before. */
function eventsOf(problem: ReturnType<typeof prepare>): Event[] {
  const knots = [...pathKnots(problem)]
  const events: Event[] = []
  let before = new Set<number>()
  knots.forEach((knot, i) => {
    const inside = (knot + (knots[i + 1] ?? 0)) / 2
    const now = new Set(fit(problem, { lambda: inside, alpha: 1 }).activeSet)
    for (const j of now) if (!before.has(j)) events.push({ lambda: knot, feature: j, enters: true })
    for (const j of before)
      if (!now.has(j)) events.push({ lambda: knot, feature: j, enters: false })
    before = now
  })
  return events
}
