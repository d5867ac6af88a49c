import { fit } from '#lib/solver/index.ts'
import type { Code } from './code.ts'
import type { ConventionsResult, ConventionsState, Reading } from './conventions.ts'
import { dataOf, mixOf, preparationOf, problemOf, rowsOf } from './conventions-model.ts'
import type { Table } from './figure.ts'
import { penalty } from './number.ts'
import type { Units } from './units.ts'

export function named(result: ConventionsResult): Record<string, number> {
  const { model, given, standard, ols, readings } = result
  const [house, sklearn, glmnet, textbook] = readings as [Reading, Reading, Reading, Reading]
  return {
    ...numbered('effect', model.effects),
    ...numbered('coefficient', model.coefficients),
    ...numbered('given', given.effects),
    ...numbered('standard', standard.effects),
    ...numbered('ols', ols.effects),
    kept: model.coefficients.filter((b) => b !== 0).length,
    lambda: result.lambda,
    lambdaSklearn: sklearn.same.lambda,
    lambdaGlmnet: glmnet.same.lambda,
    lambdaTextbook: textbook.same.lambda,
    mixGlmnet: glmnet.same.alpha,
    differenceHouse: house.apart,
    differenceSklearn: sklearn.apart,
    differenceGlmnet: glmnet.apart,
    differenceTextbook: textbook.apart,
    difference: result.other.apart,
    unitDifference: result.moved,
    gain: result.gain,
    gap: result.gap,
  }
}

function numbered(name: string, values: Float64Array): Record<string, number> {
  return Object.fromEntries(Array.from(values, (value, j) => [`${name}${j + 1}`, value]))
}

export const readers = {
  house: 'this site',
  sklearn: 'scikit-learn',
  glmnet: 'glmnet',
  textbook: 'a textbook',
} as const

export function tables(state: ConventionsState, result: ConventionsResult, units: Units): Table[] {
  const { method, ols, given, standard, curve, readings } = result
  const letter = units.letter(mixOf(state))
  return [
    {
      caption: `Effect of one standard deviation of each column, penalty ${letter} ${units.write(state.lambda, mixOf(state))}`,
      columns: [{ label: 'OLS', method: 'ols' }, ...both(method)],
      rows: [0, 1, 2].map((j) => [
        `β${j + 1}`,
        ols.effects[j]!,
        given.effects[j]!,
        standard.effects[j]!,
      ]),
    },
    {
      caption: 'Effects as given, by the factor on the first column',
      columns: [1, 2, 3].map((j) => ({ label: `β${j}`, method })),
      rows: Array.from(curve.units, (unit, i) => [unit, i] as const)
        .filter(([, i]) => i % 5 === 0)
        .map(([unit, i]) => [`× ${penalty(unit)}`, ...curve.effects.slice(3 * i, 3 * i + 3)]),
    },
    {
      caption: `${penalty(state.number)} typed as the penalty of`,
      columns: [
        { label: 'λ of this site' },
        ...[1, 2, 3].map((j) => ({ label: `β${j}`, method })),
        { label: 'predictions apart' },
        { label: 'for the same model' },
      ],
      rows: readings.map(({ convention, strength, model, apart, same }) => [
        readers[convention],
        penalty(strength.lambda),
        ...model.effects,
        apart,
        penalty(same.lambda),
      ]),
    },
    {
      caption: 'When y rises by 10',
      columns: [{ label: 'on average', method }],
      rows: [['Predictions rise by', result.gain]],
    },
  ]
}

function both(method: ConventionsResult['method']) {
  return [
    { label: 'as given', method },
    { label: 'standardised', method },
  ]
}

/** The model at the cursor. A penalised intercept is the last coefficient, that of a column of ones. */
export function code(state: ConventionsState): Code[] {
  const data = dataOf(state)
  const preparation = preparationOf(state)
  const problem = problemOf(data, preparation)
  const [lambda, alpha] = [state.lambda, mixOf(state)]
  const ones = preparation.standardize
    ? 'standardised columns, and one of ones'
    : 'a column of ones'
  return [
    {
      kind: 'fit',
      says: preparation.penalised
        ? `The model at the cursor; ${ones} for the penalised intercept`
        : 'The model at the cursor',
      family: 'gaussian',
      x: rowsOf(data, preparation),
      y: data.y,
      lambda,
      alpha,
      standardize: problem.standardize,
      intercept: problem.intercept,
      expected: fit(problem, { lambda, alpha }),
    },
  ]
}
