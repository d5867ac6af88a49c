/** What every kind of item says of a response that cannot be graded: a sentence for the reader. */
export type Invalid = { problem: string }

/** Score in [0, 1]. A machine's grade has low = high; ticks without a quotation widen the range. */
export type Score = { low: number; high: number }

export function exactly(value: number): Score {
  return { low: value, high: value }
}
