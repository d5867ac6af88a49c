'use client'

import { island } from './island.tsx'
// The style sheets stand here, and not beside what they style: they must be there before the code is.
import '#app/_figure/figure.css'
import '#app/_ui/segments.module.css'

/* Every figure as an island of its own. Only names are here: a server component refers to each by its
   name, and the code comes when a reader does (loaders.ts). */

export const geometry = island('geometry')
export const paths = island('paths')
export const collinear = island('collinear')
export const biasVariance = island('bias-variance')
export const polynomial = island('polynomial')
export const logistic = island('logistic')
export const shrinkage = island('shrinkage')
export const priors = island('priors')
export const grouping = island('grouping')
export const conventions = island('conventions')
export const stability = island('stability')
export const optimisers = island('optimisers')
export const thresholds = island('thresholds')
