import type { Code } from './code.ts'
import type { CollinearResult, CollinearState } from './collinear.ts'
import { type Cloud, mixOf } from './collinear-clouds.ts'
import { resamples, twinsOf } from './collinear-sample.ts'
import type { Table } from './figure.ts'
import type { Sample, Units } from './units.ts'

export function named(result: CollinearResult): Record<string, number> {
  const { clouds, rho, lambda, crossing } = result
  return {
    vif: result.vif,
    condition: result.condition,
    ridgeCondition: Math.sqrt((1 + rho + lambda) / (1 - rho + lambda)),
    ...ofClouds('sd', result, ({ spread }) => spread),
    sdExpected: result.expected,
    ...ofClouds('distance', result, ({ distance }) => distance),
    ...ofClouds('negative', result, ({ negative }) => negative),
    ...ofClouds('zeros', result, ({ zeros }) => zeros),
    ...coefficients('ols', clouds.ols, result.pick),
    ...coefficients('beta', clouds.l1, result.pick),
    ...coefficients('ridge', clouds.l2, result.pick),
    ...coefficients('net', clouds.en, result.pick),
    crossing: crossing?.lambda ?? 0,
    lambda,
    rho,
    gap: result.gap,
  }
}

function ofClouds(what: string, { clouds }: CollinearResult, of: (cloud: Cloud) => number) {
  return {
    [`${what}Ols`]: of(clouds.ols),
    [`${what}Lasso`]: of(clouds.l1),
    [`${what}Ridge`]: of(clouds.l2),
    [`${what}Net`]: of(clouds.en),
  }
}

function coefficients(name: string, { points }: Cloud, pick: number) {
  const [first, second] = points[pick]!
  return { [`${name}1`]: first, [`${name}2`]: second }
}

export function sample(state: CollinearState): Sample {
  const { y } = twinsOf(state).resampled[state.pick - 1]!
  const centre = average(y)
  const sdY = Math.sqrt(average(y.map((value) => (value - centre) ** 2)))
  // Without effects and noise nothing varies, and no convention has a number for the penalty.
  return { n: state.n, sdY: sdY > 0 ? sdY : 1 }
}

export function tables(state: CollinearState, result: CollinearResult, units: Units): Table[] {
  return [overResamples(result), alongThePath(state, result, units), everyPoint(state, result)]
}

const columnOf = {
  ols: { label: 'OLS', method: 'ols' },
  l1: { label: 'L1', method: 'l1' },
  l2: { label: 'L2', method: 'l2' },
  en: { label: 'EN', method: 'en' },
} as const

function overResamples({ clouds, vif, condition, expected }: CollinearResult): Table {
  const shown = [clouds.ols, clouds.l1, clouds.l2, clouds.en]
  const row = (heading: string, of: (cloud: Cloud) => number) =>
    [heading, ...shown.map(of)] as const
  return {
    caption: `Over ${resamples} samples`,
    columns: shown.map(({ method }) => columnOf[method]),
    rows: [
      row('VIF of the features', () => vif),
      row('Condition number of the features', () => condition),
      row('Spread of a coefficient', ({ spread }) => spread),
      ['Spread by theory', expected, '', '', ''],
      row('Mean β1', ({ mean }) => mean[0]),
      row('Mean β2', ({ mean }) => mean[1]),
      row('Distance from the truth', ({ distance }) => distance),
      row('Share with β2 below 0', ({ negative }) => negative),
      row('Share with a zero', ({ zeros }) => zeros),
    ],
  }
}

function alongThePath(state: CollinearState, { path }: CollinearResult, units: Units): Table {
  const alpha = mixOf(state.vs, state)
  const { label, method } = columnOf[state.vs]
  const rows = Array.from(path.lambdas, (lambda, i) => ({ lambda, i })).filter(
    ({ i }) => i % 5 === 0,
  )
  return {
    caption: `Sample ${state.pick}: coefficients against the penalty`,
    columns: [
      { label: `${label}, β1`, method },
      { label: `${label}, β2`, method },
    ],
    rows: rows.map(({ lambda, i }) => [
      `${units.letter(alpha)} ${units.write(lambda, alpha)}`,
      path.coefficients[2 * i]!,
      path.coefficients[2 * i + 1]!,
    ]),
  }
}

function everyPoint(state: CollinearState, { clouds }: CollinearResult): Table {
  const shown = [clouds.ols, clouds[state.vs]]
  return {
    caption: 'Every sample',
    columns: shown.flatMap(({ method }) =>
      ['β1', 'β2'].map((letter) => ({ label: `${columnOf[method].label}, ${letter}`, method })),
    ),
    rows: clouds.ols.points.map((_, r) => [
      `Sample ${r + 1}`,
      ...shown.flatMap(({ points }) => points[r]!),
    ]),
  }
}

export function code(state: CollinearState, { clouds, pick }: CollinearResult): Code[] {
  const { x, resampled } = twinsOf(state)
  const { y } = resampled[pick]!
  const of = (method: CollinearState['vs'] | 'ols', says: string): Code => ({
    kind: 'fit',
    says,
    family: 'gaussian',
    x,
    y,
    lambda: method === 'ols' ? 0 : state.lambda,
    alpha: method === 'ols' ? 1 : mixOf(method, state),
    standardize: true,
    intercept: true,
    // The features have mean 0, so the intercept of every fit is the mean of y.
    expected: { intercept: average(y), coefficients: clouds[method].points[pick]! },
  })
  const words = { l1: 'The lasso', l2: 'Ridge', en: 'The elastic net' }
  return [
    of(state.vs, `${words[state.vs]} on sample ${state.pick}`),
    of('ols', `Least squares on sample ${state.pick}`),
  ]
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
