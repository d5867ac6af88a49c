import type { Table } from './figure.ts'
import { type Contact, reach } from './geometry-contact.ts'
import type { GeometryResult, GeometryState } from './geometry.ts'
import type { Units } from './units.ts'

export const names = {
  beta1: 'first coefficient under L1',
  beta2: 'second coefficient under L1; exactly 0 on a corner',
  ridge1: 'first coefficient under L2',
  ridge2: 'second coefficient under L2',
  net1: 'first coefficient under the elastic net',
  net2: 'second coefficient under the elastic net',
  lambda1: 'the L1 penalty that gives the same answer as the budget; 0 if the budget is slack',
  lambda2: 'the L2 penalty that gives the same answer as the budget; 0 if the budget is slack',
  lambdaNet: 'the same for the elastic net',
  budget1: '|β1| + |β2| of the L1 answer',
  budget2: '√(β1² + β2²) of the L2 answer',
  budgetNet: 'where the elastic net’s ball through its answer meets an axis',
  lossL1: 'loss of the L1 answer above least squares, 1/(2n) of the squared residuals',
  lossL2: 'loss of the L2 answer above least squares',
  lossNet: 'loss of the elastic net’s answer above least squares',
  pull1: 'how fast the loss falls along β1 at the L1 answer; it equals lambda1 where β1 > 0',
  pull2: 'the same along β2; β2 stays 0 while |pull2| ≤ lambda1',
  nonzeros: 'coefficients that L1 keeps: 0, 1 or 2',
  ridgeNonzeros: 'coefficients that L2 keeps',
  netNonzeros: 'coefficients that the elastic net keeps',
  lambdaMax: 'the smallest L1 penalty at which both coefficients are 0',
  ols1: 'first coefficient of least squares',
  ols2: 'second coefficient of least squares',
  gap: 'the largest duality gap of the three answers, relative to the null model',
} as const

export function named(result: GeometryResult): Record<keyof typeof names, number> {
  const { ols, l1, l2, en, lambdaMax } = result
  return {
    beta1: l1.beta[0],
    beta2: l1.beta[1],
    ridge1: l2.beta[0],
    ridge2: l2.beta[1],
    net1: en.beta[0],
    net2: en.beta[1],
    lambda1: l1.lambda,
    lambda2: l2.lambda,
    lambdaNet: en.lambda,
    budget1: used(l1),
    budget2: used(l2),
    budgetNet: used(en),
    lossL1: l1.loss,
    lossL2: l2.loss,
    lossNet: en.loss,
    pull1: l1.pull[0],
    pull2: l1.pull[1],
    nonzeros: kept(l1),
    ridgeNonzeros: kept(l2),
    netNonzeros: kept(en),
    lambdaMax,
    ols1: ols[0],
    ols2: ols[1],
    gap: Math.max(l1.gap, l2.gap, en.gap),
  }
}

function kept({ beta }: Contact): number {
  return beta.filter((b) => b !== 0).length
}

function used({ alpha, beta }: Contact): number {
  return reach(alpha, beta)
}

export function tables(
  { vs }: GeometryState,
  { ols, l1, ...result }: GeometryResult,
  units: Units,
): Table[] {
  const other = result[vs]
  const row = (heading: string, of: (c: Contact) => number | string, least: number | string) =>
    [heading, least, of(l1), of(other)] as const
  return [
    {
      caption: 'Coefficients, penalty and loss of each method',
      columns: [
        { label: 'OLS', method: 'ols' },
        { label: 'L1', method: 'l1' },
        { label: vs === 'l2' ? 'L2' : 'EN', method: vs },
      ],
      rows: [
        row('β1', ({ beta }) => beta[0], ols[0]),
        row('β2', ({ beta }) => beta[1], ols[1]),
        row('Budget used', used, ''),
        row(`Penalty ${units.letter(1)}`, (c) => units.write(c.lambda, c.alpha), '0'),
        row('Pull of the data on β1', ({ pull }) => pull[0], 0),
        row('Pull of the data on β2', ({ pull }) => pull[1], 0),
        row('Loss above OLS', ({ loss }) => loss, 0),
      ],
    },
  ]
}
