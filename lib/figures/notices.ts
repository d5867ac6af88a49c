import type { FigureId } from './index.ts'

/** What to notice at a figure's start. `shows` is a claim of the sentence that a test asserts there. */
export type Notice = { says: string; shows: string }

/** Of a figure alone on its page. In a question its author says what to notice. No reader's browser needs these. */
export const notices: Record<FigureId, readonly Notice[]> = {
  geometry: [
    {
      says: 'The L1 ball has its corners on the axes, and here the contour touches a corner: β2 is exactly 0, although least squares puts it at 0.90.',
      shows: 'beta2 == 0 and approx(ols2, 0.90, 1e-9)',
    },
    {
      says: 'In numbers: at the corner the data pull β2 with 1.45, and leaving zero costs 1.55. While the pull is the smaller of the two, the corner holds.',
      shows: 'approx(pull2, 1.45, 0.005) and approx(lambda1, 1.55, 0.005) and beta2 == 0',
    },
    {
      says: 'The L2 ball is round. No axis is special, so ridge keeps both.',
      shows: 'ridgeNonzeros == 2',
    },
  ],
  paths: [
    {
      says: 'Each line of the lasso reaches zero at a penalty of its own. Those of ridge approach it: at the right edge it still keeps all 8.',
      shows: 'at(lambda=10).nonzeros == 0 and at(lambda=10).ridgeNonzeros == 8',
    },
    {
      says: 'Heavy lines are the three real effects. At the cursor the lasso keeps these three, and one that is pure noise: β2.',
      shows: 'trueKept == 3 and noiseKept == 1 and abs(beta2) > 0 and true2 == 0',
    },
    {
      says: 'Whoever survives pays too. β1 is truly 3: the lasso has it at 2.49, ridge at 1.98.',
      shows: 'true1 == 3 and approx(beta1, 2.49, 0.005) and approx(ridge1, 1.98, 0.005)',
    },
  ],
  collinear: [
    {
      says: 'A penalty does not change the features: their VIF stays 10.3. It steadies the estimates: their spread falls from 0.88 to 0.17.',
      shows:
        'approx(vif, 10.3, 0.05) and approx(at(lambda=10).vif, 10.3, 0.05) and approx(sdOls, 0.88, 0.005) and approx(sdRidge, 0.17, 0.005)',
    },
    {
      says: 'The price is bias: the tight cloud is not centred on the truth. Here it is worth it, the distance from the truth falls from 1.25 to 0.68.',
      shows:
        'distanceRidge > 2 * sdRidge and approx(distanceOls, 1.25, 0.005) and approx(distanceRidge, 0.68, 0.005)',
    },
    {
      says: 'Ridge does not just shrink each coefficient. In the sample shown β2 goes from −0.80 through zero to 0.67.',
      shows: 'approx(ols2, -0.80, 0.005) and crossing > 0 and approx(ridge2, 0.67, 0.005)',
    },
  ],
  'bias-variance': [
    {
      says: 'From left to right variance falls and bias² rises. Their sum with the noise is least in between.',
      shows:
        'at(lambda=0.003).variance > variance and variance > at(lambda=30).variance and at(lambda=0.003).bias2 < bias2 and bias2 < at(lambda=30).bias2 and bestLambda > 0.01 and bestLambda < 10',
    },
    {
      says: 'At the cursor ridge is nearly unbiased, and that is not best: at its best penalty it accepts more bias for less variance, and the error falls from 0.937 to 0.829.',
      shows:
        'bias2 < 0.1 * variance and at(lambda=0.475).bias2 > bias2 and at(lambda=0.475).variance < variance and approx(error, 0.937, 0.0005) and approx(bestError, 0.829, 0.0005)',
    },
    {
      says: 'Every bump matters here, and the best ridge beats the best lasso, 0.829 against 0.895. Let three matter, and the lasso wins.',
      shows:
        'approx(bestL2, 0.829, 0.0005) and approx(bestL1, 0.895, 0.0005) and at(truth=sparse).bestL1 < at(truth=sparse).bestL2',
    },
  ],
  polynomial: [
    {
      says: 'Degree 12 passes close to its training points, with a mean squared error of 0.023, and far from new ones, with 3.69. The cubic does worse on the former, 0.241, and better on the latter, 0.331.',
      shows:
        'degree == 12 and approx(trainError, 0.023, 0.0005) and approx(testError, 3.69, 0.005) and approx(cubicTrainError, 0.241, 0.0005) and approx(cubicTestError, 0.331, 0.0005)',
    },
    {
      says: 'With the degree the training error of least squares can only fall. The test error turns: here it is least at degree 5.',
      shows:
        'at(degree=15).trainError <= trainError and trainError <= at(degree=1).trainError and at(degree=5).testError < min(at(degree=1).testError, at(degree=2).testError, at(degree=3).testError, at(degree=4).testError, at(degree=6).testError, at(degree=7).testError, at(degree=8).testError) and at(degree=5).testError < min(at(degree=9).testError, at(degree=10).testError, at(degree=11).testError, at(degree=12).testError, at(degree=13).testError, at(degree=14).testError, at(degree=15).testError)',
    },
    {
      says: 'It is not the degree that hurts. Ridge and the lasso keep degree 12, with Σ|β| of 8.40 and 6.71 instead of 646, and have test errors of 0.095 and 0.092.',
      shows:
        'approx(olsSize, 646, 0.5) and approx(ridgeSize, 8.40, 0.005) and approx(lassoSize, 6.71, 0.0051) and approx(ridgeTestError, 0.095, 0.0005) and approx(lassoTestError, 0.092, 0.0005)',
    },
  ],
  logistic: [
    {
      says: 'A line separates these classes, so without a penalty no finite β is best: ‖β‖ is 7.63 here, and grows as the penalty falls.',
      shows:
        'separable == 1 and approx(norm, 7.63, 0.005) and at(lambda=0.00001).norm > norm and at(lambda=0.001).norm < norm',
    },
    {
      says: 'All 60 rows are on their side, and still the probabilities are off: a calibration slope of 0.47 on new rows says that they are far too sure.',
      shows: 'accuracy == 1 and approx(slope, 0.47, 0.005)',
    },
    {
      says: 'Where the classes overlap, as the same rows do with centres 1.5 apart, ‖β‖ levels off instead, at 0.94.',
      shows:
        'contrastSeparable == 0 and approx(at(distance=1.5, lambda=0.00001).norm, 0.94, 0.005) and approx(contrastNorm, 0.94, 0.005)',
    },
  ],
  shrinkage: [
    {
      says: 'Ridge divides every estimate by 1 + λ, so only 0 becomes 0. L1 subtracts λ and stops at 0: it drops 0.80, and whatever is not beyond 1.00.',
      shows:
        'approx(ridge, z / (1 + lambda), 1e-9) and approx(z, 0.80, 1e-9) and soft == 0 and at(z=1.00).soft == 0 and approx(at(z=1.05).soft, 0.05, 1e-9)',
    },
    {
      says: 'On large estimates ridge is the harder one. At z = 4 it takes away 2.00, L1 still 1.00.',
      shows: 'approx(at(z=4).ridgeBias, -2.00, 1e-9) and approx(at(z=4).softBias, -1.00, 1e-9)',
    },
    {
      says: 'The elastic net does both: it subtracts αλ, and divides by 1 + (1 − α)λ.',
      shows: 'approx(net, (z - 0.5 * lambda) / (1 + 0.5 * lambda), 1e-9)',
    },
  ],
  priors: [
    {
      says: 'A penalised estimate is the mode of a posterior: 0.40 under the Gaussian prior, which is ridge, and 0 under the Laplace prior, which is the lasso.',
      shows: 'approx(modeL2, 0.40, 1e-9) and modeL1 == 0',
    },
    {
      says: 'The zero belongs to the mode alone. The same Laplace posterior has its mean at 0.39: whoever reports means gets no zeros.',
      shows: 'modeL1 == 0 and approx(meanL1, 0.39, 0.005)',
    },
    {
      says: 'It is the peak of the prior that makes the zero, up to an observation of 1.00. The Gaussian has no peak, and none of its modes is 0 but for an observation of 0.',
      shows:
        'at(z=1.00).modeL1 == 0 and at(z=1.05).modeL1 > 0 and at(z=0).modeL2 == 0 and at(z=0.05).modeL2 > 0',
    },
  ],
  grouping: [
    {
      says: 'Two features correlate at 0.995. The lasso keeps one of them and drops the other; the elastic net keeps both, 7.0% apart, ridge 3.0%.',
      shows:
        'approx(rho, 0.995, 1e-9) and lassoSurvivors == 1 and survivors == 2 and approx(difference, 7.0, 0.05) and approx(ridgeDifference, 3.0, 0.05)',
    },
    {
      says: 'Which of the two survives is an accident of the sample: in some it is the other.',
      shows:
        'abs(beta1) > 0 and beta2 == 0 and at(seed=3).beta1 == 0 and abs(at(seed=3).beta2) > 0',
    },
    {
      says: 'The twins part only close to the lasso: at a mix of 0.80 the smaller still has more than 80% of the larger.',
      shows: 'at(alpha=0.80).difference < 100 - 80',
    },
  ],
  conventions: [
    {
      says: 'In the unit it comes in, the first column needs a coefficient some ten times as large as a column of variance 1 would, and is charged for it: of the 3.08 that least squares gives one standard deviation, ridge leaves 0.06.',
      shows:
        'approx(ols1, 3.08, 0.005) and coefficient1 > 9 * given1 and coefficient1 < 11 * given1 and approx(given1, 0.06, 0.005)',
    },
    {
      says: 'Standardised, it keeps 1.98, whatever the unit.',
      shows: 'approx(standard1, 1.98, 0.005) and approx(at(unit=100).standard1, standard1, 1e-9)',
    },
    {
      says: '0.50 names another model in each convention. Typed into scikit-learn it moves predictions by up to 1.26 standard deviations of y; this site’s model takes 30.0 there.',
      shows:
        'approx(lambda, 0.50, 1e-9) and approx(differenceSklearn, 1.26, 0.0051) and approx(lambdaSklearn, 30.0, 0.05)',
    },
  ],
  stability: [
    {
      says: 'β7 has no effect, and λ.min selects it in 90% of the resamples: about as often as β5, which has one, at 89%.',
      shows:
        'true7 == 0 and true5 == 1 and approx(min7, 90 / 100, 1e-9) and approx(min5, 89 / 100, 1e-9)',
    },
    {
      says: 'The one-standard-error rule is stricter with both: 54% for β7, but only 44% for β5, so the real one suffers more.',
      shows:
        'approx(se7, 54 / 100, 1e-9) and approx(se5, 44 / 100, 1e-9) and min5 - se5 > min7 - se7',
    },
    {
      says: 'Large effects need no rule: β1 and β3 come back in at least 93% of the resamples under either.',
      shows: 'min(min1, min3, se1, se3) >= 93 / 100',
    },
  ],
  optimisers: [
    {
      says: 'ISTA steps down the smooth part and then soft-thresholds, so it can land on an axis exactly. Here it stays on one for a while, and it is the wrong one.',
      shows:
        'at(k=3).iterate1 == 0 and abs(at(k=3).iterate2) > 0 and abs(minimum1) > 0 and minimum2 == 0',
    },
    {
      says: 'For a loss within 10⁻⁶ of the minimum coordinate descent takes 11 iterations, FISTA 17 and ISTA 25. FISTA does not fall at every step.',
      shows:
        'reachCoordinate == 11 and reachFista == 17 and reachIsta == 25 and at(k=19).aboveFista > at(k=17).aboveFista',
    },
    {
      says: 'The subgradient method never gets its zero: after 150 steps both coefficients are there, and the last two steps went up.',
      shows:
        'at(k=150).nonzerosSubgradient == 2 and at(k=150).aboveSubgradient > at(k=148).aboveSubgradient',
    },
  ],
  thresholds: [
    {
      says: 'Recall is 84.1% whatever the share of positives. Precision is not: it is 5.1% here, and 84.1% where the classes are equally common.',
      shows:
        'approx(100 * recall, 84.1, 0.05) and approx(at(prevalence=0.5).recall, recall, 1e-9) and approx(100 * precision, 5.1, 0.05) and approx(100 * at(prevalence=0.5).precision, 84.1, 0.05)',
    },
    {
      says: 'Accuracy is 84.1%. Flagging next to nobody has 99.0%, and costs over twice as much as this.',
      shows:
        'approx(100 * accuracy, 84.1, 0.05) and approx(100 * at(t=6).accuracy, 99.0, 0.05) and at(t=6).cost > 2 * cost',
    },
    {
      says: 'The threshold is a decision: at 50 false alarms for a miss the cheapest is 1.34, where a case is positive with a probability of 2.0%. At equal costs it is 3.30, at 50%.',
      shows:
        'approx(bestThreshold, 1.34, 0.005) and approx(100 * at(t=1.34).probability, 2.0, 0.05) and approx(at(miss=1).bestThreshold, 3.30, 0.005) and approx(100 * at(t=3.30).probability, 50, 0.5)',
    },
    {
      says: 'Let the scores of the positives spread by 1.30: the AUC falls from 0.921 to 0.889, and the area under precision and recall rises from 0.269 to 0.324.',
      shows:
        'approx(auc, 0.921, 0.0005) and approx(at(s=1.30).auc, 0.889, 0.0005) and approx(averagePrecision, 0.269, 0.0005) and approx(at(s=1.30).averagePrecision, 0.324, 0.0005)',
    },
  ],
}
