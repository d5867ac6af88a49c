import 'server-only'
import { z } from 'zod'
import { fit, makeData, pathKnots, prepare } from '#lib/solver/index.ts'
import { type Dice, generator } from './generator.ts'
import { count, written } from './words.ts'

type Event = { lambda: number; feature: number; enters: boolean }
/** A λ between the events `after` and `after + 1`; the first that returns to 0 is `left`, or −1. */
type Place = { events: Event[]; left: number; after: number; lambda: number }

/** Clearer than any variant asks by default. */
const CLEAR = 1.5

/** The events of a lasso path, with what leaves again; Efron et al. 2004, section 3.1. */
export const survivors = generator({
  kind: 'numeric',
  asks: 'How many coefficients the lasso keeps at a λ, from the events of its path.',
  params: z.strictObject({}),
  draw(dice) {
    const { x, y } = withProxy(dice)
    const events = readable(eventsOf(prepare(x, y)))
    // between two events, after at least one that left: where there is room, if there is any
    const left = events.findIndex(({ enters }) => !enters)
    const places = events.slice(0, -1).map((_, after) => placeOf(events, left, after))
    const clear = places.filter((place) => clarityOf(place) >= CLEAR)
    const [first = placeOf(events, left, Math.max(left, 0)), ...others] = clear
    return dice.pick([first, ...others])
  },
  clarity: clarityOf,
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
        rows: events.map((event) => [
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

/** One leaves before the λ asked for, and no event stands close to it. */
function clarityOf({ events, left, after, lambda }: Place): number {
  if (left < 0 || after < left) return 0
  if (events[0]!.lambda >= 1000) return 0 // more digits than anybody wants to read
  const above = events[after]!.lambda
  const below = events[after + 1]?.lambda ?? 0
  // two decimals are shown: the λ asked for lies between the events as they are written, too
  const shown = [above, below].map((each) => Number(each.toFixed(2)))
  const gaps = [shown[0]! - lambda, below === 0 ? lambda : lambda - shown[1]!]
  return Math.min(...gaps) / Math.max(0.01, 0.08 * lambda)
}

/** The response in a unit of ten times as much, or more, until no λ is written as less than 0.05. */
function readable(events: Event[]): Event[] {
  const least = Math.min(...events.map(({ lambda }) => lambda))
  const unit = 10 ** Math.max(0, Math.ceil(Math.log10(0.05 / least)))
  return events.map((event) => ({ ...event, lambda: event.lambda * unit }))
}

function placeOf(events: Event[], left: number, after: number): Place {
  const above = events[after]?.lambda ?? 0
  const below = events[after + 1]?.lambda ?? 0
  return { events, left, after, lambda: Number(((above + below) / 2).toPrecision(2)) }
}

/**
 * Data in which one coefficient leaves and returns more often than not: a column that is nearly the
 * sum of two true ones enters first and gives way to them, since by itself it has a small effect of
 * the other sign (Efron et al. have such a path in their figure 1). Columns in any order.
 */
function withProxy(dice: Dice) {
  const { x, y } = makeData({
    seed: dice.int(1, 1_000_000),
    n: 14,
    p: 5,
    rho: dice.pick([0, 0.2, 0.4]),
    k: 0,
    step: 1,
    sigma: 0.3,
  })
  const [a, b, other] = [dice.grid(1, 2, 10), dice.grid(1, 2, 10), dice.grid(-1.5, 1.5, 10)]
  const [share, against] = [dice.grid(0.1, 0.4, 10), dice.grid(0.4, 1.6, 10)]
  const order = dice.shuffle([0, 1, 2, 3, 4])
  const rows = x.map((row) => {
    const [first, second, third, fourth, fresh] = row as [number, number, number, number, number]
    return [first, second, third, fourth, (first + second) / 2 + share * fresh]
  })
  return {
    x: rows.map((row) => order.map((j) => row[j]!)),
    y: Float64Array.from(
      rows,
      (row, i) => a * row[0]! + b * row[1]! + other * row[2]! - against * row[4]! + y[i]!,
    ),
  }
}

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
