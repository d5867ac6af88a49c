export const names = {
  'effect*': 'what one standard deviation of a column adds to the prediction: effect1 … effect3',
  'coefficient*': 'the same per unit of the column, as its values are given',
  'given*': 'the effect with the columns as given',
  'standard*': 'the effect with standardised columns, whatever the state says',
  'ols*': 'the effect under least squares',
  kept: 'coefficients that are not 0',
  lambda: 'the penalty of the model, in the convention of this site',
  lambdaSklearn: 'what to type into scikit-learn for the same model: alpha of Ridge is n·λ',
  lambdaGlmnet: 'the same for glmnet',
  lambdaTextbook: 'the same where the loss is half the sum of squares',
  mixGlmnet: 'the α that glmnet needs for it; the elastic net’s moves with the deviation of y',
  differenceHouse:
    'largest distance between the model’s predictions and those of the number typed, read as this site’s λ, in standard deviations of y',
  differenceSklearn: 'the same with the number read by scikit-learn',
  differenceGlmnet: 'the same with the number read by glmnet, the mix as it is here',
  differenceTextbook: 'the same with the number read as the textbook’s λ',
  difference:
    'distance between the model’s predictions and those of the number typed, in standard deviations of y',
  unitDifference: 'how far the predictions are from those with the first column at × 1',
  gain: 'what the predictions rise by, on average, when y rises by 10',
  gap: 'the largest duality gap of all fits, relative to the null model',
} as const
