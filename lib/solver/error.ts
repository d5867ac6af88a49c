export type SolverErrorCode =
  'non-finite' | 'empty' | 'dimension' | 'parameter' | 'single-class' | 'labels'

/** Refused input: `code` says which rule was broken, `message` what was given and what is wanted. */
export class SolverError extends RangeError {
  override readonly name = 'SolverError'
  readonly code: SolverErrorCode
  constructor(code: SolverErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

export function refuse(code: SolverErrorCode, message: string): never {
  throw new SolverError(code, message)
}

/** Refuses a parameter, naming it, what was given and what is wanted. */
export function check(isGood: boolean, name: string, given: unknown, wanted: unknown): void {
  if (!isGood) refuse('parameter', `${name} must be ${wanted}; got ${given}`)
}

/** Refuses what is not among the names, listing them. */
export function checkOneOf(name: string, given: string, names: string[]): void {
  check(names.includes(given), name, given, `one of ${names.join(', ')}`)
}

/** Refuses what is not as long as it should be, naming it. */
export function checkLength(name: string, given: number, wanted: number): void {
  if (given !== wanted) refuse('dimension', `${name} has length ${given}; wanted ${wanted}`)
}

export function checkStrength(lambda: number, name = 'lambda'): void {
  check(lambda >= 0 && lambda < Infinity, name, lambda, 'a finite number ≥ 0')
}

export function checkMixing(alpha: number): void {
  check(alpha >= 0 && alpha <= 1, 'alpha', alpha, 'in [0, 1]')
}

/** A strictly positive finite number, or a refusal that names it. */
export function checkPositive(name: string, value: number): void {
  check(value > 0 && value < Infinity, name, value, 'a finite number > 0')
}

/** A whole number of at least `least`, or a refusal that names it. */
export function checkCount(name: string, value: number, least = 1): void {
  check(Number.isInteger(value) && value >= least, name, value, `a whole number ≥ ${least}`)
}
