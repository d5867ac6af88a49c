import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyStateOf } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { namesOf } from './names.ts'
import { shrinkage, type ShrinkageState } from './shrinkage.ts'
import { house } from './units.ts'
import { fairVariant } from './variant.ts'

const start = defaults(shrinkage)

function at(patch: Partial<ShrinkageState>) {
  return shrinkage.named(shrinkage.compute({ ...start, ...patch })) as Record<string, number>
}

function moment(patch: Partial<ShrinkageState>) {
  const state = { ...start, ...patch }
  return { state, result: shrinkage.compute(state) }
}

describe('worked by hand, λ = 1, α = ½, γ = 3', () => {
  test.each([
    // inside of every dead zone but the elastic net's, which ends at λα = 0.5: (0.8 − 0.5)/1.5
    [0.8, { ridge: 0.4, soft: 0, net: 0.2, hard: 0, mcp: 0 }],
    // between λ and γλ: MCP is (2 − 1)/(1 − 1/3)
    [2, { ridge: 1, soft: 1, net: 1, hard: 2, mcp: 1.5 }],
    [-2, { ridge: -1, soft: -1, net: -1, hard: -2, mcp: -1.5 }],
    // beyond γλ
    [3.5, { ridge: 1.75, soft: 2.5, net: 2, hard: 3.5, mcp: 3.5 }],
    // on the edge of the dead zone the hard operator's two answers cost the same: 0 is taken
    [1, { ridge: 0.5, soft: 0, net: 1 / 3, hard: 0, mcp: 0 }],
  ])('z = %f', (z, expected) => {
    const found = at({ z })
    for (const [name, value] of Object.entries(expected))
      expect(found[name], name).toBeCloseTo(value, 12)
  })

  test('the bias of L1 stays, that of ridge and the elastic net grows, the others have none', () => {
    const [near, far] = [at({ z: 3.2 }), at({ z: 4 })]
    expect([near['softBias'], far['softBias']]).toEqual([expect.closeTo(-1), expect.closeTo(-1)])
    expect([near['ridgeBias'], far['ridgeBias']]).toEqual([expect.closeTo(-1.6), -2])
    expect(far['netBias']!).toBeLessThan(near['netBias']!)
    for (const { hardBias, mcpBias } of [near, far]) expect([hardBias, mcpBias]).toEqual([0, 0])
  })

  test('γ turns MCP from nearly hard into nearly soft', () => {
    const z = 1.3
    const [sharp, dull] = [at({ z, gamma: 1.2 }), at({ z, gamma: 10 })]
    expect(sharp['mcp']).toBe(sharp['hard'])
    expect(Math.abs(dull['mcp']! - dull['soft']!)).toBeLessThan(0.04)
  })
})

/** What each operator minimises, written down anew: ½(z − b)² plus this. */
const penalties = {
  ridge: (b: number, { lambda }: ShrinkageState) => (lambda * b * b) / 2,
  soft: (b: number, { lambda }: ShrinkageState) => lambda * Math.abs(b),
  net: (b: number, { lambda, alpha }: ShrinkageState) =>
    lambda * (alpha * Math.abs(b) + ((1 - alpha) / 2) * b * b),
  hard: (b: number, { lambda }: ShrinkageState) => (b === 0 ? 0 : (lambda * lambda) / 2),
  // Zhang's: its slope falls from λ at 0 to 0 at γλ
  mcp: (b: number, { lambda, gamma }: ShrinkageState) =>
    Math.abs(b) > gamma * lambda
      ? (gamma * lambda * lambda) / 2
      : lambda * Math.abs(b) - (b * b) / (2 * gamma),
}

test('each estimate is the minimiser: no point of a fine grid does better', () => {
  const grid = Array.from({ length: 901 }, (_, i) => i / 100 - 4.5)
  fc.assert(
    fc.property(anyStateOf(shrinkage), (state) => {
      const named = shrinkage.named(shrinkage.compute(state))
      for (const [operator, penalty] of Object.entries(penalties)) {
        const cost = (b: number) => (state.z - b) ** 2 / 2 + penalty(b, state)
        const least = Math.min(...grid.map(cost))
        expect(cost(named[operator]!), operator).toBeLessThanOrEqual(least + 1e-12)
      }
    }),
    { numRuns: 60 },
  )
})

test('the graph goes through every estimate: z lies between two kinks', () => {
  fc.assert(
    fc.property(anyStateOf(shrinkage), (state) => {
      const { answers } = shrinkage.compute(state)
      const [size, sign] = [Math.abs(state.z), Math.sign(state.z)]
      for (const { operator, estimate, graph } of Object.values(answers)) {
        const piece = graph.find((line) => size <= line.at(-1)![0])!
        const k = Math.max(
          1,
          piece.findIndex(([z]) => size <= z),
        )
        const [[z0, b0], [z1, b1]] = [piece[k - 1]!, piece[k]!]
        const drawn = b0 + ((b1 - b0) * (size - z0)) / (z1 - z0)
        expect(sign * drawn, operator).toBeCloseTo(estimate, 10)
      }
    }),
    { numRuns: 200 },
  )
})

test('every state has its numbers and its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(shrinkage), anyStateOf(shrinkage), (state, next) => {
      const [before, after] = [moment(state), moment(next)]
      for (const [name, value] of Object.entries(shrinkage.named(before.result))) {
        expect(Number.isFinite(value), name).toBe(true)
        expect(namesOf.shrinkage).toHaveProperty(name)
      }
      for (const sentence of [
        shrinkage.finding(state, before.result, house),
        shrinkage.changed(before, after, house),
      ])
        expect(sentence).toMatch(/^([^a-z]|z = )[^.]*(\.\d[^.]*)*\.$/)
      for (const { columns, rows } of shrinkage.tables(state, before.result, house))
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
    }),
    { numRuns: 200 },
  )
})

test.each([
  [
    {},
    'At z = 0.80 and penalty 1.00 ridge returns 0.40, L1 0 and the elastic net 0.20; L1 returns 0 up to |z| = 1.00.',
  ],
  [
    { z: 0.3 },
    'At z = 0.30 and penalty 1.00 ridge returns 0.15, L1 0 and the elastic net 0; L1 returns 0 up to |z| = 1.00, the elastic net up to 0.50.',
  ],
  [
    { z: -3 },
    'At z = −3.00 and penalty 1.00 ridge returns −1.50, L1 −2.00 and the elastic net −1.67; a larger |z| loses no more to L1, but more to ridge and to the elastic net.',
  ],
  [{ z: 0 }, 'At z = 0 and penalty 1.00 every operator returns 0.'],
  [
    { show: 'concave' },
    'At z = 0.80 and penalty 1.00 L1, hard thresholding and MCP all return 0; they do up to |z| = 1.00.',
  ],
  [
    { show: 'concave', z: 2 },
    'At z = 2.00 and penalty 1.00 L1 returns 1.00, hard thresholding 2.00 and MCP 1.50; MCP returns z itself from |z| = 3.00 on, L1 stays 1.00 away from it.',
  ],
] as const)('in the state %j it finds', (patch, sentence) => {
  const { state, result } = moment(patch)
  expect(shrinkage.finding(state, result, house)).toBe(sentence)
})

test.each([
  [{ z: 1.5 }, 'z = 1.50: L1 leaves 0; ridge returns 0.75, L1 0.50 and the elastic net 0.67.'],
  [{ lambda: 2 }, /^Penalty 1.00 to 2.00: the elastic net drops to 0; ridge returns 0.27, /],
  [{ alpha: 0.4 }, /^Mix 0.50 to 0.40: ridge returns 0.40, L1 0 and the elastic net 0.25; /],
  [{ z: 0 }, 'z = 0: every operator returns 0.'],
  [{ show: 'concave' }, /^At z = 0.80 .* all return 0/],
  [{ z: 2, lambda: 0.5 }, /^At z = 2.00 and penalty 0.50 /],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(shrinkage.changed(moment({}), moment(patch), house)).toMatch(sentence)
})

test('a variant keeps an estimate that is visible and dropped; all but a few seeds find one', () => {
  const variants = Array.from({ length: 200 }, (_, seed) => fairVariant(shrinkage, start, seed))
  const found = variants.filter((state) => state !== null)
  expect(found.length).toBeGreaterThanOrEqual(190)
  for (const state of found) {
    expect(at(state)['soft']).toBe(0)
    expect(Math.abs(state.z)).toBeGreaterThanOrEqual(0.15)
  }
})
