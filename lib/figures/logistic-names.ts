export const names = {
  norm: '‖β‖₂ at the cursor, in the units of the features (not of their standardised versions)',
  trueNorm: '‖β‖₂ of the log-odds that made the data',
  beta1: 'first coefficient',
  beta2: 'second coefficient',
  intercept: 'the intercept, which is not penalised',
  accuracy: 'part of the rows on their side of the boundary, 0 to 1: on the data of the fit',
  logLoss: 'mean log-loss on the data of the fit, without the penalty',
  separable: '1 if a line separates the classes, else 0: decided from the rows, not from a fit',
  slope:
    'calibration slope on new rows: below 1 the predictions are too sure, above 1 too timid; 0 if one probability is predicted for all',
  contrastNorm: '‖β‖₂ at the smallest penalty of the other curve: same rows, other distance',
  contrastSeparable: '1 if a line separates those, else 0',
  lambda: 'the penalty at the cursor',
  gap: 'the largest duality gap of all drawn fits, relative to the null model',
} as const
