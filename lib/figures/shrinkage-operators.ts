import { proximal } from '#lib/solver/index.ts'

export type Operator = 'ridge' | 'soft' | 'net' | 'hard' | 'mcp'

/** The penalties: lambda > 0, alpha in (0, 1) mixes the elastic net, gamma > 1 is MCP's. */
export type Strength = { lambda: number; alpha: number; gamma: number }

/** One operator: what it makes of z, and its graph. */
export type Answer = {
  operator: Operator
  estimate: number
  /** estimate − z */
  moved: number
  /** 0 is returned for |z| up to here */
  dead: number
  /** z itself is returned for |z| beyond here; Infinity: nowhere */
  exactFrom: number
  /** for z ≥ 0, each piece a broken line, with a jump from piece to piece; odd, so this is all of it */
  graph: readonly (readonly Point[])[]
}

type Point = readonly [z: number, estimate: number]

/** The operators that each choice draws. */
export const shown = {
  convex: ['ridge', 'soft', 'net'],
  concave: ['soft', 'hard', 'mcp'],
} as const satisfies Record<string, readonly Operator[]>

/** The minimiser over b of ½(z − b)² + penalty(b). */
export function estimateOf(operator: Operator, z: number, strength: Strength): number {
  return proximal(operator === 'net' ? 'elastic-net' : operator, z, strength)
}

/** @param reach how far the graph goes */
export function answerOf(operator: Operator, z: number, s: Strength, reach: number): Answer {
  const [dead, exactFrom] = kinksOf(operator, s)
  const estimate = estimateOf(operator, z, s)
  // Every operator is linear between its kinks.
  const line = [0, dead, exactFrom, reach]
    .filter((at, i, all) => at <= reach && at !== all[i - 1])
    .map((at): Point => [at, estimateOf(operator, at, s)])
  const jump: Point[] = [
    [dead, dead],
    [reach, reach],
  ]
  const graph = operator === 'hard' ? [line.slice(0, 2), jump] : [line]
  return { operator, estimate, moved: estimate - z, dead, exactFrom, graph }
}

/** @returns the ends of its dead zone and of its bias */
function kinksOf(operator: Operator, { lambda, alpha, gamma }: Strength): [number, number] {
  if (operator === 'ridge') return [0, Infinity]
  if (operator === 'soft') return [lambda, Infinity]
  if (operator === 'net') return [lambda * alpha, Infinity]
  // The solver's hard operator has the penalty λ²/2 for b ≠ 0: ½z² against it is a draw at |z| = λ.
  if (operator === 'hard') return [lambda, lambda]
  return [lambda, lambda * gamma]
}
