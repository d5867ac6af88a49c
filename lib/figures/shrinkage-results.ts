import type { Column, Table } from './figure.ts'
import { decimal } from './number.ts'
import { type Answer, estimateOf, type Operator, shown } from './shrinkage-operators.ts'
import type { ShrinkageResult, ShrinkageState } from './shrinkage.ts'
import type { Units } from './units.ts'

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
