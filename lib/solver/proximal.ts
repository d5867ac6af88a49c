import { check, checkMixing, checkStrength } from './error.ts'

export type Penalty = 'ridge' | 'soft' | 'elastic-net' | 'hard' | 'mcp'

/**
 * The minimiser over b of ½(z − b)² + penalty(b), for one coordinate of an orthonormal design.
 * ridge λ/2·b² · soft λ|b| · elastic-net λ[α|b| + (1−α)/2·b²] · hard: λ²/2 if b ≠ 0 · mcp: Zhang's
 * minimax concave penalty (Ann. Statist. 2010, eq. 2.1), no bias beyond γλ.
 * @param o lambda ≥ 0; alpha in [0, 1] for elastic-net (default ½); gamma > 1 for mcp (default 3)
 */
export function proximal(
  kind: Penalty,
  z: number,
  o: { lambda: number; alpha?: number; gamma?: number },
): number {
  const { lambda, alpha = 0.5, gamma = 3 } = o
  checkStrength(lambda)
  checkMixing(alpha)
  if (kind === 'ridge') return z / (1 + lambda)
  if (kind === 'soft') return softThreshold(z, lambda)
  if (kind === 'elastic-net') return softThreshold(z, lambda * alpha) / (1 + lambda * (1 - alpha))
  if (kind === 'hard') return Math.abs(z) > lambda ? z : 0
  check(gamma > 1, 'gamma', gamma, 'a number > 1')
  return Math.abs(z) > gamma * lambda ? z : softThreshold(z, lambda) / (1 - 1 / gamma)
}

/** sign(z)·max(|z| − threshold, 0) */
export function softThreshold(z: number, threshold: number): number {
  return z > threshold ? z - threshold : z < -threshold ? z + threshold : 0
}
