export const names = {
  vif: 'variance inflation factor of either feature, 1/(1 − ρ²); no penalty has a part in it',
  condition: 'condition number of the standardised features, √((1 + ρ)/(1 − ρ)); likewise',
  ridgeCondition:
    'condition number of what ridge solves instead, √((1 + ρ + λ)/(1 − ρ + λ)): falls as λ rises',
  'sd*':
    'how much a coefficient varies over the resamples, root mean square of both standard deviations: sdOls, sdLasso, sdRidge, sdNet',
  sdExpected: 'what theory gives for sdOls, σ√(VIF/n)',
  'distance*':
    'root mean square distance of the estimates from the true effects: distanceOls, distanceLasso, …',
  'negative*':
    'share of the resamples whose second coefficient is below 0: negativeOls, negativeLasso, …',
  'zeros*': 'share of the resamples with a coefficient that is exactly 0: zerosOls, zerosLasso, …',
  'ols*': 'a coefficient of least squares in the sample shown: ols1, ols2',
  'beta*': 'the same for the lasso',
  'ridge*': 'the same for ridge',
  'net*': 'the same for the elastic net',
  crossing:
    'the λ at which a ridge coefficient of the sample shown passes through 0; 0 if none does',
  lambda: 'the penalty',
  rho: 'the correlation of the two features in the sample',
  gap: 'the largest duality gap of all fits, relative to the null model',
} as const
