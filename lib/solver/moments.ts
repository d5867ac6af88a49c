/** For tests: data made to have given moments; nothing here is part of the solver. */
import { prepare } from './prepare.ts'
import type { Problem } from './problem.ts'

/** Orthonormal rows times the Cholesky factor: Z'Z/n is `correlations`, Z'y/n is `response`. */
export function fromMoments(correlations: number[][], response: number[]): Problem {
  const p = response.length
  const l = correlations.map((row) => row.map(() => 0))
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) {
      let s = correlations[i]![j]!
      for (let k = 0; k < j; k++) s -= l[i]![k]! * l[j]![k]!
      l[i]![j] = i === j ? Math.sqrt(s) : s / l[j]![j]!
    }
  const half: number[] = []
  for (let i = 0; i < p; i++) {
    let s = response[i]!
    for (let k = 0; k < i; k++) s -= l[i]![k]! * half[k]!
    half.push(s / l[i]![i]!)
  }
  const x = half.map((_, i) => l.map((row) => row[i]! * Math.sqrt(p)))
  return prepare(
    x,
    half.map((h) => h * Math.sqrt(p)),
    { intercept: false, standardize: false },
  )
}
