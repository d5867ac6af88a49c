import type { Code } from './code.ts'
import { fourRows } from './four-rows.ts'
import type { OptimisersResult, OptimisersState } from './optimisers.ts'
import { lipschitz, type Pair } from './optimisers-loss.ts'
import { methods, pointAt, type Walk } from './optimisers-walks.ts'

export function named(result: OptimisersResult): Record<string, number> {
  const { walks, minimum, stopping, cursor } = result
  const { k, method } = cursor
  const iterate = pointAt(walks[method].points, k)
  const early = pointAt(stopping.points, k)
  const ridge = pointAt(stopping.ridge, k - 1)
  return {
    iterate1: iterate[0],
    iterate2: iterate[1],
    nonzeros: kept(iterate),
    above: walks[method].above[k]!,
    minimum1: minimum.at[0],
    minimum2: minimum.at[1],
    minimumNonzeros: kept(minimum.at),
    ...ofEach('nonzeros', walks, ({ points }) => kept(pointAt(points, k))),
    ...ofEach('above', walks, ({ above }) => above[k]!),
    ...ofEach('reach', walks, ({ reached }) => reached),
    early1: early[0],
    early2: early[1],
    ridge1: ridge[0],
    ridge2: ridge[1],
    stopLambda: stopping.lambdas[k - 1]!,
    apart: Math.hypot(early[0] - ridge[0], early[1] - ridge[1]),
    step: cursor.step,
    curvature: lipschitz(result.loss),
    lambda: result.loss.l1 + result.loss.l2,
    gap: Math.max(minimum.gap, stopping.gap),
  }
}

function ofEach(what: string, walks: OptimisersResult['walks'], of: (walk: Walk) => number) {
  const entries = methods.map((method) => [
    `${what}${method.charAt(0).toUpperCase()}${method.slice(1)}`,
    of(walks[method]),
  ])
  return Object.fromEntries(entries) as Record<string, number>
}

function kept(point: Pair): number {
  return point.filter((b) => b !== 0).length
}

/** What every method looks for; of early stopping, the ridge answer that it is held against. */
export function code(state: OptimisersState, { minimum, stopping }: OptimisersResult): Code[] {
  const { k, view, lambda, alpha } = state
  const { x, y } = fourRows(state.b1, state.b2, state.rho)
  const of =
    view === 'race'
      ? { says: 'The minimum', lambda, alpha, at: minimum.at }
      : {
          says: 'Ridge at 1/(step · iterations)',
          lambda: stopping.lambdas[k - 1]!,
          alpha: 0,
          at: pointAt(stopping.ridge, k - 1),
        }
  return [
    {
      kind: 'fit',
      says: of.says,
      family: 'gaussian',
      x,
      y,
      lambda: of.lambda,
      alpha: of.alpha,
      standardize: true,
      intercept: true,
      expected: { intercept: 0, coefficients: of.at },
    },
  ]
}
