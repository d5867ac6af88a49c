import type { names } from './geometry-names.ts'
import type { Table } from './figure.ts'
import { type Contact, reach } from './geometry-contact.ts'
import type { GeometryResult, GeometryState } from './geometry.ts'
import type { Units } from './units.ts'

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
