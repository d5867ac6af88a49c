export { SolverError, type SolverErrorCode } from './error.ts'
export type { Matrix } from './matrix.ts'
export { type Family, prepare, type Problem, type ProblemOptions } from './problem.ts'
export { type Fit, fit, type FitOptions } from './fit.ts'
export { fitPath, type Path, type PathOptions } from './path.ts'
export {
  type CrossValidation,
  type CrossValidationOptions,
  crossValidate,
} from './cross-validate.ts'
export { lambdaMax } from './lambda-grid.ts'
export { predict } from './predict.ts'
export { type ConstrainedFit, constrainedFit } from './constrained.ts'
export { pathKnots } from './knots.ts'
export { type Penalty, proximal } from './proximal.ts'
export { descend, type DescendOptions, type Method, type Trajectory } from './descend.ts'
export { type Convention, convertPenalty } from './convention.ts'
export { type DataSpec, makeData } from './data.ts'
export { conditionNumber, varianceInflation } from './diagnose.ts'
export { type BiasVariance, biasVariance, type BiasVarianceSpec } from './bias-variance.ts'
export { type Posterior, posterior1d, type PosteriorSpec } from './posterior.ts'
export { type BootstrapOptions, type BootstrapSelection, bootstrapSelection } from './bootstrap.ts'
