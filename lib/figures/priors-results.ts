import type { Table } from './figure.ts'
import { decimal } from './number.ts'
import type { PriorsResult, PriorsState } from './priors.ts'
import type { Units } from './units.ts'

export function named({ z, sigma, lambda, l1, l2 }: PriorsResult): Record<string, number> {
  return {
    modeL1: l1.mode,
    meanL1: l1.mean,
    sdL1: l1.sd,
    modeL2: l2.mode,
    meanL2: l2.mean,
    sdL2: l2.sd,
    varianceL2: sigma ** 2 / lambda,
    scaleL1: sigma ** 2 / lambda,
    z,
    sigma,
    lambda,
    gap: 0,
  }
}

export function tables(state: PriorsState, result: PriorsResult, units: Units): Table[] {
  const { l1, l2, points, likelihood } = result
  const scale = state.sigma ** 2 / state.lambda
  return [
    {
      caption: `Posteriors at z = ${decimal(state.z)}, σ = ${decimal(state.sigma)}, penalty ${units.write(state.lambda, 1)}`,
      columns: [
        { label: 'Gaussian prior', method: 'l2' },
        { label: 'Laplace prior', method: 'l1' },
      ],
      rows: [
        ['Mode', l2.mode, l1.mode],
        ['Mean', l2.mean, l1.mean],
        ['Standard deviation', l2.sd, l1.sd],
        ['Standard deviation of the prior', Math.sqrt(scale), Math.SQRT2 * scale],
      ],
    },
    {
      caption: 'Densities along the weight',
      columns: [
        { label: 'Likelihood' },
        { label: 'Gaussian prior', method: 'l2' },
        { label: 'Gaussian posterior', method: 'l2' },
        { label: 'Laplace prior', method: 'l1' },
        { label: 'Laplace posterior', method: 'l1' },
      ],
      rows: [-3, -2, -1, 0, 1, 2, 3].map((b) => {
        const i = points.indexOf(b)
        const densities = [likelihood, l2.prior, l2.posterior, l1.prior, l1.posterior]
        return [`b = ${decimal(b, 0)}`, ...densities.map((density) => density[i]!)]
      }),
    },
  ]
}
