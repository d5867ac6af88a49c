import { type Convention, convertPenalty } from '#lib/solver/index.ts'
import {
  apart,
  type Data,
  dataOf,
  mean,
  mixOf,
  type Model,
  modelOf,
  type Preparation,
  preparationOf,
  predictionsOf,
  sizeOf,
  type Strength,
} from './conventions-model.ts'
import { code, named, tables } from './conventions-results.ts'
import { conventionsFields as fields } from './conventions-fields.ts'
import { conventionsChanged, conventionsFinding } from './conventions-sentences.ts'
import { figure, type Moment, type State } from './figure.ts'
import { remember } from './remember.ts'

export type ConventionsState = State<typeof fields>

/** The number typed, taken for the penalty of one convention. */
export type Reading = {
  convention: Convention
  /** as the house states it */
  strength: Strength
  model: Model
  /** the largest distance of its predictions from the model's, in standard deviations of y */
  apart: number
  /** what to type there instead, for the model's own predictions */
  same: Strength
}

export type ConventionsResult = {
  method: 'l1' | 'l2' | 'en'
  lambda: number
  /** standard deviation of y, divisor n; √mean(y²) where nothing is centred */
  sdY: number
  ols: Model
  /** what is drawn at the cursor: as given or standardised, as the state says */
  model: Model
  given: Model
  standard: Model
  /** as given, in every unit of the axis: units rising, 3 effects each; standardised, in any of them */
  curve: { units: Float64Array; effects: Float64Array; standard: Float64Array; gap: number }
  /** how far predictions move from those at unit 1, in standard deviations of y */
  moved: number
  /** what predictions rise by, on average, when y rises by 10 */
  gain: number
  readings: readonly Reading[]
  other: Reading
  /** the largest of all fits */
  gap: number
}
export type ConventionsMoment = Moment<typeof fields, ConventionsResult>

/** What a penalty counts: three columns, one of them in any unit; one number in four conventions. */
export const conventions = figure({
  id: 'conventions',
  title: 'What the penalty counts',
  fields,
  compute,
  named,
  sample: ({ n }, { sdY }) => ({ n, sdY }),
  finding: conventionsFinding,
  changed: conventionsChanged,
  tables,
  variant: {
    keeps: 'As given, the unit of the first column decides how much of its effect is kept.',
    draw: (random) => ({ seed: 1 + Math.floor(random() * fields.seed.max) }),
    // from the largest unit to the smallest, as a share of what least squares gives
    slack: (_, { curve, ols }) =>
      Math.abs(curve.effects.at(-3)! - curve.effects[0]!) / Math.abs(ols.effects[0]!),
    margin: 0.5,
  },
  code,
})

function compute(state: ConventionsState): ConventionsResult {
  const data = dataOf(state)
  const strength = { lambda: state.lambda, alpha: mixOf(state) }
  const at = (patch: Partial<Preparation>, y = data.y) =>
    modelOf({ ...data, y }, { ...preparationOf(state), ...patch }, strength)
  const [given, standard] = [at({ standardize: false }), at({ standardize: true })]
  const model = state.standardize === 'yes' ? standard : given
  const sdY = sizeOf(data.y, state.intercept === 'penalised')
  const risen = at(
    {},
    data.y.map((value) => value + 10),
  )
  const plain = at({ unit: 1 })
  const ols = modelOf(data, { unit: state.unit, standardize: true, penalised: false }, none)
  const curve = curveOf(state)
  const average = (of: Model) => mean(predictionsOf(of, data))
  const readings = all.map((convention) => readingOf(convention, state, data, model))
  return {
    method: state.method,
    lambda: state.lambda,
    sdY,
    ols,
    model,
    given,
    standard,
    curve,
    moved: apart(model, plain, data),
    gain: average(risen) - average(model),
    readings,
    other: readings.find(({ convention }) => convention === state.other)!,
    gap: Math.max(
      ...[given, standard, risen, plain, ols, curve].map(({ gap }) => gap),
      ...readings.map((each) => each.model.gap),
    ),
  }
}

const all = ['house', 'sklearn', 'glmnet', 'textbook'] as const
const none: Strength = { lambda: 0, alpha: 1 }

function readingOf(
  convention: Convention,
  state: ConventionsState,
  data: Data,
  model: Model,
): Reading {
  const alpha = mixOf(state)
  const setting = { n: state.n, sdY: sizeOf(data.y, state.intercept === 'penalised') }
  const typed = { lambda: state.number, alpha }
  const strength = convertPenalty(typed, convention, 'house', setting)
  const read = modelOf(data, preparationOf(state), strength)
  return {
    convention,
    strength,
    model: read,
    apart: apart(read, model, data),
    same: convertPenalty({ lambda: state.lambda, alpha }, 'house', convention, setting),
  }
}

/** What does not depend on the cursor is kept while it moves. */
const curveOf = remember(
  ({ seed, n, lambda, method, alpha, intercept }: ConventionsState) =>
    [seed, n, lambda, method, alpha, intercept].join(),
  (state): ConventionsResult['curve'] => {
    const strength = { lambda: state.lambda, alpha: mixOf(state) }
    const effects = new Float64Array(3 * units.length)
    let gap = 0
    for (const [i, unit] of units.entries()) {
      const preparation = { ...preparationOf(state), unit, standardize: false }
      const model = modelOf(dataOf(state), preparation, strength)
      effects.set(model.effects, 3 * i)
      gap = Math.max(gap, model.gap)
    }
    const standard = modelOf(
      dataOf(state),
      { ...preparationOf(state), standardize: true },
      strength,
    )
    return { units, effects, standard: standard.effects, gap: Math.max(gap, standard.gap) }
  },
)

/** Ten a decade over the whole range of the field. */
const units = Float64Array.from({ length: 61 }, (_, i) => 10 ** (i / 10 - 3))
