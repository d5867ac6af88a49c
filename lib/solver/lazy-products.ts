import { dot } from './kernel.ts'
import type { Problem } from './problem.ts'

/** Keeps Z'r/n up to date for a moving residual r, computing as few column products as it can. */
export type LazyProducts = {
  /**
   * gradient ← Z'r/n. An entry may be an estimate when it is certain that it and the true entry are
   * both below `bound` in size; entries of members (isMember) are always exact.
   */
  update(r: Float64Array, bound: number, isMember: Uint8Array, gradient: Float64Array): void
}

/**
 * A column product is skipped while |g_j(r)| ≤ ρ·|g_j(r₀)| + ‖z_j‖·‖r − ρ·r₀‖/n stays below the
 * bound, where r₀ is the residual at the column's last product and ρ brings r₀ closest to r: safe,
 * and along a path, where residuals mostly shrink, most columns are skipped.
 */
export function lazyProducts({ n, p, z, squaredNorms }: Problem): LazyProducts {
  // a column left alone for so many updates is looked at again; each residual kept costs a product
  const memory = Math.max(1, Math.min(16, p >> 4))
  const past = new Float64Array(memory * n)
  const squares = new Float64Array(memory)
  const shrink = new Float64Array(memory)
  const distance = new Float64Array(memory)
  const slotOf = new Int8Array(p).fill(-1)
  const lastProduct = new Float64Array(p)
  const reach = squaredNorms.map((square) => Math.sqrt(square / n) * (1 + 1e-12))
  let slot = 0
  return {
    update(r, bound, isMember, gradient) {
      slot = (slot + 1) % memory
      const square = dot(r, 0, r, 0, n)
      past.set(r, slot * n)
      squares[slot] = square
      for (let h = 0; h < memory; h++) {
        const along = dot(past, h * n, r, 0, n)
        const rho = squares[h]! > 0 ? along / squares[h]! : 0
        shrink[h] = rho
        // the difference may have lost half its digits: 1e-14 of the square makes up for it
        distance[h] = Math.sqrt(Math.max(0, square - rho * along) + 1e-14 * square)
      }
      for (let j = 0; j < p; j++) {
        const h = slotOf[j]!
        if (h >= 0 && h !== slot && isMember[j] === 0) {
          const estimate = shrink[h]! * lastProduct[j]!
          if (Math.abs(estimate) + reach[j]! * distance[h]! < bound) {
            gradient[j] = estimate
            continue
          }
        }
        lastProduct[j] = gradient[j] = dot(z, j * n, r, 0, n) / n
        slotOf[j] = slot
      }
    },
  }
}
