import { decodeState, encodeState } from './codec.ts'
import type { Scope } from './expression.ts'
import type { Figure, State } from './figure.ts'
import { reach } from './reach.ts'
import { remember } from './remember.ts'

/** A figure's named results in a state, and in others: what claims, tasks and refutations speak of. */
export function scopeOf(figure: Figure, state: State): Scope {
  let results: Results | undefined
  return within(figure, state, () => (results ??= kept({ figure, state })))
}

/** The same, where the margin of a count is wanted too: it costs some hundred solves. */
export function scopeWithReach(figure: Figure, state: State): Scope {
  const here = scopeOf(figure, state)
  const field = figure.fields['lambda']
  if (figure.heavy || field?.kind !== 'number') return here
  const at = (lambda: number) => {
    const there = { ...state, lambda }
    const results = looked({ figure, state: there })
    return within(figure, there, () => results)
  }
  return {
    ...here,
    reach: (holds) => reach(field, Number(state['lambda']), (lambda) => holds(at(lambda))),
  }
}

type Where = { figure: Figure; state: State }
/** Some are computed when they are asked for. */
type Results = Readonly<Record<string, number>>

function within(figure: Figure, state: State, results: () => Results): Scope {
  return {
    value: (name) => valueOf(results(), name),
    at(overrides, name) {
      const parts = Object.entries(overrides).map(([key, value]) => `${key}~${value}`)
      const other = decodeState(figure, `1.${parts.join('_')}`)
      if (other.notes.length > 0) throw new RangeError(other.notes.join(' '))
      const wanted = Object.keys(overrides).map((key) => [key, other.state[key]!])
      const there = kept({ figure, state: { ...state, ...Object.fromEntries(wanted) } })
      return valueOf(there, name)
    },
  }
}

/** Claims ask of the same few states again and again. */
const kept = remember(
  ({ figure, state }: Where) => `${figure.id} ${encodeState(figure, state)}`,
  resultsOf,
  500,
)

/** Whoever grades an answer and whoever measures its margin look at the same penalties, exact to the last bit. */
const looked = remember(
  ({ figure, state }: Where) => `${figure.id} ${JSON.stringify(state)}`,
  resultsOf,
  200,
)

function resultsOf({ figure, state }: Where): Results {
  return figure.named(figure.compute(state))
}

function valueOf(results: Results, name: string): number | undefined {
  return Object.hasOwn(results, name) ? results[name] : undefined
}
