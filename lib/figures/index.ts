import type { Figure } from './figure.ts'
import { biasVariance } from './bias-variance.ts'
import { collinear } from './collinear.ts'
import { conventions } from './conventions.ts'
import { geometry } from './geometry.ts'
import { grouping } from './grouping.ts'
import { logistic } from './logistic.ts'
import { optimisers } from './optimisers.ts'
import { paths } from './paths.ts'
import { polynomial } from './polynomial.ts'
import { priors } from './priors.ts'
import { shrinkage } from './shrinkage.ts'
import { stability } from './stability.ts'
import { thresholds } from './thresholds.ts'

export { decodeState, encodeState } from './codec.ts'
export { defaults, type Figure, type State } from './figure.ts'

/** Every figure, by its id (in the URL, in `<Demo id>`, in tasks), in the order of the gallery. */
export const figures = {
  geometry,
  paths,
  collinear,
  'bias-variance': biasVariance,
  polynomial,
  logistic,
  shrinkage,
  priors,
  grouping,
  conventions,
  stability,
  optimisers,
  thresholds,
}

export type FigureId = keyof typeof figures

/** Where the id is anybody's text, and where all figures are treated alike. */
export function figureById(id: string): Figure | undefined {
  return Object.hasOwn(figures, id) ? (figures[id as FigureId] as unknown as Figure) : undefined
}
