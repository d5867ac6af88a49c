export type SolverErrorCode =
  'non-finite' | 'empty' | 'dimension' | 'parameter' | 'single-class' | 'labels'

/** Refused input: `code` says which rule was broken, `message` what was given and what is wanted. */
export class SolverError extends RangeError {
  readonly code: SolverErrorCode
  constructor(code: SolverErrorCode, message: string) {
    super(message)
    this.name = 'SolverError'
    this.code = code
  }
}

export function refuse(code: SolverErrorCode, message: string): never {
  throw new SolverError(code, message)
}

export function checkStrength(lambda: number): void {
  if (!(lambda >= 0 && lambda < Infinity))
    refuse('parameter', `lambda must be a finite number ≥ 0; got ${lambda}`)
}

export function checkMixing(alpha: number): void {
  if (!(alpha >= 0 && alpha <= 1))
    refuse('parameter', `alpha must lie in [0, 1] (1 lasso, 0 ridge); got ${alpha}`)
}

/** A strictly positive finite number, or a refusal that names it. */
export function checkPositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    refuse('parameter', `${name} must be a finite number > 0; got ${value}`)
}

/** A whole number of at least `least`, or a refusal that names it. */
export function checkCount(name: string, value: number, least = 1): void {
  if (!(Number.isInteger(value) && value >= least))
    refuse('parameter', `${name} must be a whole number ≥ ${least}; got ${value}`)
}
