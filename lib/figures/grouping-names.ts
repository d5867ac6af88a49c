export const names = {
  'beta*': 'a coefficient of the lasso: beta1, beta2, … for the members, betaLone',
  'net*': 'a coefficient of the elastic net at the mix: net1, net2, …, netLone',
  'ridge*': 'a coefficient of ridge: ridge1, ridge2, …, ridgeLone',
  difference:
    'elastic net: the largest member less the smallest, in % of the one furthest from 0; 0 if all are 0',
  lassoDifference: 'the same for the lasso',
  ridgeDifference: 'the same for ridge',
  survivors: 'members that the elastic net keeps',
  lassoSurvivors: 'members that the lasso keeps',
  ridgeSurvivors: 'members that ridge keeps',
  total: 'sum of the members under the elastic net',
  lassoTotal: 'the same under the lasso',
  ridgeTotal: 'the same under ridge',
  bound:
    'elastic net: √(2(1 − ρ))·√(RSS/n)/(λ(1 − α)), which no difference of two members exceeds; Infinity at mix 1',
  ridgeBound: 'the same for ridge',
  size: 'members of the group: 2 or 3',
  rho: 'the correlation of any two members in the sample',
  alpha: 'the mix: 0 is ridge, 1 the lasso',
  lambda: 'the penalty',
  gap: 'the largest duality gap of all fits, relative to the null model',
} as const
