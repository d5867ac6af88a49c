import type { Column, Table } from './figure.ts'
import { decimal } from './number.ts'
import { type Answer, estimateOf, type Operator, shown } from './shrinkage-operators.ts'
import type { ShrinkageResult, ShrinkageState } from './shrinkage.ts'
import type { Units } from './units.ts'

export const names = {
  z: 'the estimate without a penalty',
  lambda: 'the penalty',
  ridge: 'what ridge returns: z/(1 + λ)',
  soft: 'what L1 returns: z moved by λ towards 0, and 0 for |z| ≤ λ',
  net: 'what the elastic net returns: soft thresholding by λα, then divided by 1 + λ(1 − α)',
  hard: 'what hard thresholding returns: z for |z| > λ, else 0; its penalty is λ²/2 for b ≠ 0',
  mcp: 'what MCP returns: 0 for |z| ≤ λ, z for |z| > γλ, between them γ/(γ − 1) times soft',
  ridgeBias: 'ridge − z: −zλ/(1 + λ), without bound',
  softBias: 'soft − z: at most λ in size, and just λ beyond the dead zone',
  netBias: 'net − z: without bound',
  hardBias: 'hard − z: 0 for |z| > λ',
  mcpBias: 'mcp − z: 0 for |z| ≥ γλ',
  deadSoft: 'L1, hard thresholding and MCP return 0 for |z| up to here: λ',
  deadNet: 'the elastic net returns 0 for |z| up to here: λα',
  unbiasedMcp: 'MCP returns z itself for |z| from here on: γλ',
  gap: '0: these are formulas, and nothing is iterated',
} as const

export function named({ z, lambda, answers }: ShrinkageResult): Record<string, number> {
  const { ridge, soft, net, hard, mcp } = answers
  return {
    z,
    lambda,
    ridge: ridge.estimate,
    soft: soft.estimate,
    net: net.estimate,
    hard: hard.estimate,
    mcp: mcp.estimate,
    ridgeBias: ridge.moved,
    softBias: soft.moved,
    netBias: net.moved,
    hardBias: hard.moved,
    mcpBias: mcp.moved,
    deadSoft: soft.dead,
    deadNet: net.dead,
    unbiasedMcp: mcp.exactFrom,
    gap: 0,
  }
}

/** The word of each operator on a drawing, in a heading; for sentences see `shrinkage-sentences`. */
export const columns: Readonly<Record<Operator, Column>> = {
  ridge: { label: 'Ridge', method: 'l2' },
  soft: { label: 'L1', method: 'l1' },
  net: { label: 'Elastic net', method: 'en' },
  hard: { label: 'Hard' },
  mcp: { label: 'MCP' },
}

export function tables(state: ShrinkageState, result: ShrinkageResult, units: Units): Table[] {
  const answers = Object.values(result.answers)
  const operators = shown[state.show]
  return [
    {
      caption: `At z = ${decimal(state.z)} and penalty ${units.write(state.lambda, 1)}`,
      columns: answers.map(({ operator }) => columns[operator]),
      rows: [
        ['Estimate', ...answers.map((answer) => answer.estimate)],
        ['Estimate − z', ...answers.map((answer) => answer.moved)],
        ['Returns 0 for |z| up to', ...answers.map((answer) => answer.dead)],
        ['Returns z beyond |z| of', ...answers.map(endOfBias)],
      ],
    },
    {
      caption: 'Along the drawn lines',
      columns: operators.map((operator) => columns[operator]),
      rows: [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((z) => [
        `z = ${decimal(z, 0)}`,
        ...operators.map((operator) => estimateOf(operator, z, state)),
      ]),
    },
  ]
}

function endOfBias({ exactFrom }: Answer): number | string {
  return exactFrom === Infinity ? '–' : exactFrom
}
