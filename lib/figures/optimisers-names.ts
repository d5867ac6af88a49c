import { iterations, near } from './optimisers-walks.ts'

export const names = {
  'iterate*': 'a coefficient of the shown method at the cursor: iterate1, iterate2',
  nonzeros: 'how many of them are not exactly 0',
  above: 'its loss above the minimum',
  'minimum*': 'a coefficient at the minimum',
  minimumNonzeros: 'how many of them are not exactly 0',
  'nonzeros*': 'of a method at the cursor: nonzerosIsta, nonzerosSubgradient, …',
  'above*': 'its loss above the minimum: aboveIsta, aboveGradient, …',
  'reach*': `the first iteration within ${near} of the minimum, ${iterations + 1} if there is none: reachFista, reachCoordinate, …`,
  'early*': 'a coefficient of gradient descent from 0, without a penalty, at the cursor',
  'ridge*': 'a coefficient of ridge at stopLambda',
  stopLambda: '1/(step · iterations)',
  apart: 'distance of this gradient descent from that ridge',
  step: 'in units of 1/L',
  curvature: 'L, the largest curvature of the smooth part',
  lambda: 'the penalty',
  gap: 'the largest duality gap of the minimum and of ridge, relative to the null model',
} as const
