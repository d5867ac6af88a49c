import { figure, type Moment, type State } from './figure.ts'
import { shrinkageCode } from './shrinkage-code.ts'
import { type Answer, answerOf, type Operator } from './shrinkage-operators.ts'
import { named, tables } from './shrinkage-results.ts'
import { shrinkageChanged, shrinkageFinding } from './shrinkage-sentences.ts'

const fields = {
  z: number('Least squares', { symbol: 'z', min: -4, max: 4, step: 0.05, digits: 2, default: 0.8 }),
  lambda: {
    kind: 'number',
    label: 'Penalty',
    symbol: 'λ',
    min: 0.05,
    max: 3,
    step: 0.02,
    digits: 3,
    scale: 'log',
    default: 1,
  },
  show: {
    kind: 'choice',
    label: 'Operators',
    options: [
      { value: 'convex', label: 'Ridge, L1, elastic net' },
      { value: 'concave', label: 'L1, hard, MCP' },
    ],
    default: 'convex',
  },
  alpha: number('Mix', { symbol: 'α', min: 0.05, max: 0.95, step: 0.05, digits: 2, default: 0.5 }),
  gamma: number('MCP', { symbol: 'γ', min: 1.2, max: 10, step: 0.1, digits: 1, default: 3 }),
} as const

export type ShrinkageState = State<typeof fields>
export type ShrinkageResult = {
  z: number
  lambda: number
  answers: Readonly<Record<Operator, Answer>>
}
export type ShrinkageMoment = Moment<typeof fields, ShrinkageResult>

/** One coefficient of an orthonormal design, X'X/n = I and z = X'y/n: what each penalty makes of z. */
export const shrinkage = figure({
  id: 'shrinkage',
  title: 'What each penalty makes of one estimate',
  fields,
  compute,
  named,
  // Whatever n is, each coefficient solves the problem of a single row, ½(z − b)² + penalty.
  sample: () => ({ n: 1, sdY: 1 }),
  finding: shrinkageFinding,
  changed: shrinkageChanged,
  tables,
  variant: {
    keeps: 'L1 returns exactly 0 for an estimate that is not 0.',
    draw: (random) => ({ z: 6 * random() - 3, lambda: 0.3 * 10 ** random() }),
    slack: (_, { z, lambda }) => Math.min(Math.abs(z), lambda - Math.abs(z)),
    margin: 0.15,
  },
  code: shrinkageCode,
})

function compute(state: ShrinkageState): ShrinkageResult {
  const { z, lambda } = state
  const answer = (operator: Operator) => answerOf(operator, z, state, fields.z.max)
  return {
    z,
    lambda,
    answers: {
      ridge: answer('ridge'),
      soft: answer('soft'),
      net: answer('net'),
      hard: answer('hard'),
      mcp: answer('mcp'),
    },
  }
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}
