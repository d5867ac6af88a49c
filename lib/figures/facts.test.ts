import { expect, test } from 'vitest'
import { evaluate, parse } from './expression.ts'
import { decodeState, figureById, type FigureId } from './index.ts'
import { reach } from './reach.ts'
import { scopeOf } from './scope.ts'

/* The facts that pages refute misconceptions with, as an author would claim them in a figure. The
   three correlated features, whose survivors are 1, 2, 3, 2, 3, no figure has: lib/solver/knots.test.ts. */

function judge(demo: FigureId, state: string, claim: string) {
  const figure = figureById(demo)!
  const read = decodeState(figure, state)
  expect(read.notes).toEqual([])
  return evaluate(parse(claim), scopeOf(figure, read.state))
}

const corrected = '1.b1~2_b2~-0.8_rho~0.9_by~lambda_lambda~1'
const twins = '1.alpha~0.5_lambda~0.2_rho~1_lone~0_sigma~0'
const laplace = '1.z~0.8_sigma~1_lambda~1'

test.each<[FigureId, string, string]>([
  ['geometry', corrected, 'approx(ols2, -0.8, 1e-9)'],
  ['geometry', corrected, 'approx(at(lambda=0.1).ridge2, -0.13, 0.005)'],
  ['geometry', corrected, 'approx(at(lambda=0.3).ridge2, 0.17, 0.005)'],
  ['geometry', corrected, 'approx(ridge2, 0.27, 0.005)'],
  ['geometry', corrected, 'approx(at(lambda=10).ridge2, 0.08, 0.005)'],
  ['geometry', corrected, 'at(lambda=0.1515).ridge2 < 0 and at(lambda=0.1525).ridge2 > 0'],
  ['geometry', corrected, 'at(lambda=0.1515).ridgeNonzeros == 2 and ridgeNonzeros == 2'],
  ['grouping', twins, 'approx(net1, 0.43, 0.005) and approx(net2, 0.43, 0.005)'],
  ['grouping', twins, 'approx(net1, 0.9 / 2.1, 1e-9) and difference < 1e-9'],
  ['grouping', twins, 'approx(beta1, 0.8, 1e-9) and beta2 == 0'],
  ['grouping', twins, 'approx(ridge1, 1 / 2.2, 1e-9) and approx(ridge2, 1 / 2.2, 1e-9)'],
  ['priors', laplace, 'modeL1 == 0 and approx(meanL1, 0.39, 0.005)'],
])('%s, %s: %s', (demo, state, claim) => {
  const { holds, seen } = judge(demo, state, claim)
  expect(holds, JSON.stringify([...seen])).toBe(true)
})

test.each([
  [0, 0.6],
  [0.9, 0.74],
  [-0.9, 0.13],
])(
  'least squares (1, 0.6), ρ = %d: the smaller coefficient is gone from %d λmax on',
  (rho, share) => {
    const figure = figureById('geometry')!
    const { state } = decodeState(figure, `1.b1~1_b2~0.6_rho~${rho}_by~lambda`)
    const at = (lambda: number) => figure.named(figure.compute({ ...state, lambda }))
    const { lambdaMax } = at(1) as { lambdaMax: number }
    const nearlyAll = 0.99 * lambdaMax
    expect(at(nearlyAll)['nonzeros']).toBe(1)
    const decades = reach({ min: 0.01, max: nearlyAll }, nearlyAll, (l) => at(l)['nonzeros'] === 1)
    expect((nearlyAll * 10 ** -decades) / lambdaMax).toBeCloseTo(share, 2)
  },
)
