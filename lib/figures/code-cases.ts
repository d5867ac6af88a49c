/** For tests: what *Copy as code* has to get right; nothing here is part of a figure. */
import { fit, makeData, prepare } from '#lib/solver/index.ts'
import type { Code, FitCode } from './code.ts'
import { encodeState } from './codec.ts'
import { defaults, type Figure, settle, type State } from './figure.ts'
import { figures } from './index.ts'

/** The default state of every figure, and one in which everything is moved. */
function figureCases(): Record<string, readonly Code[]> {
  const all = Object.values(figures) as unknown as Figure[]
  return Object.fromEntries(
    all
      .filter((f) => f.code)
      .flatMap((figure) =>
        [defaults(figure), moved(figure)].map((state) => [
          `${figure.id} ${encodeState(figure, state)}`.trim(),
          figure.code(state, figure.compute(state)),
        ]),
      ),
  )
}

/** Numbers a quarter of the way to their least, choices at their second option. */
function moved({ fields }: Figure): State {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      if (field.kind === 'choice') return [key, field.options[1]?.value ?? field.default]
      const { min, default: at, scale } = field
      const value = scale === 'log' ? at * (min / at) ** 0.25 : at + (min - at) * 0.25
      return [key, settle(field, value)]
    }),
  )
}

/** Every family, mix and preparation, on columns of unlike units; then shapes that libraries treat apart. */
function made(): Record<string, readonly Code[]> {
  const all: Record<string, readonly Code[]> = {}
  for (const family of ['gaussian', 'binomial'] as const)
    for (const alpha of [0, 0.5, 1, undefined])
      for (const standardize of [true, false])
        for (const intercept of [true, false]) {
          const words = [
            family,
            alpha === undefined ? 'no penalty' : `alpha ${alpha}`,
            ...(standardize ? [] : ['not standardised']),
            ...(intercept ? [] : ['no intercept']),
          ]
          all[words.join(', ')] = [of({ family, alpha, standardize, intercept }, unlike(family))]
        }
  const plain = { family: 'gaussian', alpha: 0.5, standardize: true, intercept: true } as const
  const { x, y } = unlike('gaussian')
  const bare = { ...plain, standardize: false, intercept: false }
  all['one column'] = [of(plain, { x: x.map(([first]) => [first!]), y })]
  all['a column of ones'] = [of(bare, { x: x.map((row) => [...row, 1]), y })]
  all['more columns than rows'] = [of({ ...plain, alpha: 1 }, makeData({ ...data, n: 12, p: 20 }))]
  return all
}

type Setting = Pick<FitCode, 'family' | 'standardize' | 'intercept'> & { alpha: number | undefined }

const data = { seed: 5, n: 50, p: 3, rho: 0.3, k: 2, step: 1, sigma: 2, intercept: 1 } as const

type Data = { x: number[][]; y: Float64Array }

function unlike(family: FitCode['family']): Data {
  const { x, y } = makeData({ ...data, kind: family === 'binomial' ? 'binary' : 'gaussian' })
  return { x: x.map(([a, b, c]) => [a! + 1, 3 * b! - 1, c! / 2]), y }
}

/** @param setting alpha undefined: without a penalty */
function of(setting: Setting, { x, y }: Data): FitCode {
  const { family, alpha = 1, standardize, intercept } = setting
  const lambda = setting.alpha === undefined ? 0 : family === 'binomial' ? 0.05 : 0.4
  const expected = fit(prepare(x, y, { family, standardize, intercept }), { lambda, alpha })
  return {
    kind: 'fit',
    says: 'A model',
    family,
    x,
    y,
    lambda,
    alpha,
    standardize,
    intercept,
    expected,
  }
}

/** By name. */
export const cases: Record<string, readonly Code[]> = { ...figureCases(), ...made() }
