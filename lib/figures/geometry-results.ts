import type { Table } from './figure.ts'
import type { Contact, GeometryResult, GeometryState } from './geometry.ts'

export const names = {
  beta1: 'first coefficient under L1',
  beta2: 'second coefficient under L1; exactly 0 on a corner',
  ridge1: 'first coefficient under L2',
  ridge2: 'second coefficient under L2',
  lambda1: 'the L1 penalty that gives the same answer as the budget; 0 if the budget is slack',
  lambda2: 'the L2 penalty that gives the same answer as the budget; 0 if the budget is slack',
  budget1: '|β1| + |β2| of the L1 answer',
  budget2: '√(β1² + β2²) of the L2 answer',
  lossL1: 'loss of the L1 answer above least squares, 1/(2n) of the squared residuals',
  lossL2: 'loss of the L2 answer above least squares',
  pull1: 'how fast the loss falls along β1 at the L1 answer; it equals lambda1 where β1 > 0',
  pull2: 'the same along β2; β2 stays 0 while |pull2| ≤ lambda1',
  nonzeros: 'coefficients that L1 keeps: 0, 1 or 2',
  ridgeNonzeros: 'coefficients that L2 keeps',
  lambdaMax: 'the smallest L1 penalty at which both coefficients are 0',
  ols1: 'first coefficient of least squares',
  ols2: 'second coefficient of least squares',
  gap: 'the larger duality gap of the two answers, relative to the null model',
} as const

export function named({ ols, l1, l2, ...result }: GeometryResult): Record<string, number> {
  return {
    beta1: l1.beta[0],
    beta2: l1.beta[1],
    ridge1: l2.beta[0],
    ridge2: l2.beta[1],
    lambda1: l1.lambda,
    lambda2: l2.lambda,
    budget1: norm(l1),
    budget2: norm(l2),
    lossL1: l1.loss,
    lossL2: l2.loss,
    pull1: l1.pull[0],
    pull2: l1.pull[1],
    nonzeros: kept(l1),
    ridgeNonzeros: kept(l2),
    lambdaMax: result.lambdaMax,
    ols1: ols[0],
    ols2: ols[1],
    gap: Math.max(l1.gap, l2.gap),
  }
}

function norm({ method, beta }: Contact): number {
  return method === 'l1' ? Math.abs(beta[0]) + Math.abs(beta[1]) : Math.hypot(...beta)
}

function kept({ beta }: Contact): number {
  return beta.filter((b) => b !== 0).length
}

export function tables(_: GeometryState, { ols, l1, l2 }: GeometryResult): Table[] {
  return [
    {
      caption: 'Coefficients, penalty and loss of each method',
      columns: [
        { label: 'OLS', method: 'ols' },
        { label: 'L1', method: 'l1' },
        { label: 'L2', method: 'l2' },
      ],
      rows: [
        ['β1', ols[0], l1.beta[0], l2.beta[0]],
        ['β2', ols[1], l1.beta[1], l2.beta[1]],
        ['Budget used', '', norm(l1), norm(l2)],
        ['Penalty λ', 0, l1.lambda, l2.lambda],
        ['Pull of the data on β1', 0, l1.pull[0], l2.pull[0]],
        ['Pull of the data on β2', 0, l1.pull[1], l2.pull[1]],
        ['Loss above OLS', 0, l1.loss, l2.loss],
      ],
    },
  ]
}
