export const names = {
  modeL1: 'mode under the Laplace prior: what the lasso returns, z moved by λ towards 0',
  meanL1: 'mean under the Laplace prior',
  sdL1: 'standard deviation of the posterior under the Laplace prior',
  modeL2: 'mode under the Gaussian prior: what ridge returns, z/(1 + λ)',
  meanL2: 'mean under the Gaussian prior: its mode',
  sdL2: 'standard deviation of the posterior under the Gaussian prior: σ/√(1 + λ)',
  varianceL2: 'variance of the Gaussian prior: σ²/λ',
  scaleL1: 'scale of the Laplace prior: σ²/λ; its variance is 2 (σ²/λ)²',
  z: 'the observation',
  sigma: 'standard deviation of the observation around the weight',
  lambda: 'the penalty on ½(z − b)²',
  gap: '0: the modes are formulas, and nothing is iterated',
} as const
