import type { FigureId } from './index.ts'
import { names as geometry } from './geometry-names.ts'
import { names as paths } from './paths-names.ts'
import { names as collinear } from './collinear-names.ts'
import { names as biasVariance } from './bias-variance-names.ts'
import { names as polynomial } from './polynomial-names.ts'
import { names as logistic } from './logistic-names.ts'
import { names as shrinkage } from './shrinkage-names.ts'
import { names as priors } from './priors-names.ts'
import { names as grouping } from './grouping-names.ts'
import { names as conventions } from './conventions-names.ts'
import { names as stability } from './stability-names.ts'
import { names as optimisers } from './optimisers-names.ts'
import { names as thresholds } from './thresholds-names.ts'

/**
 * What each named result means, for authors; `beta*` stands for beta1, beta2, … Not part of a figure:
 * no reader's browser needs it.
 */
export const namesOf: Record<FigureId, Readonly<Record<string, string>>> = {
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
