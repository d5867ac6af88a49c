import { betaQuantile } from '#lib/learning/beta.ts'

/** Answers that a machine graded, and what they say of the next one. Never of answers in words. */
export type Tally = {
  answers: number
  /** sum of the scores, each in [0, 1] */
  right: number
  /** the middle 80 % of the chance to answer right, under a uniform prior */
  low: number
  high: number
}

/** @param scores each in [0, 1]; what was seen and not answered counts 0 @returns null for none */
export function tally(scores: readonly number[]): Tally | null {
  if (scores.length === 0) return null
  const right = scores.reduce((sum, score) => sum + score, 0)
  const [a, b] = [1 + right, 1 + scores.length - right]
  return {
    answers: scores.length,
    right,
    low: betaQuantile(0.1, a, b),
    high: betaQuantile(0.9, a, b),
  }
}

/** How two intervals lie: those that overlap settle nothing. */
export function standingOf(now: Tally, last: Tally): 'above' | 'below' | 'overlapping' {
  if (now.low > last.high) return 'above'
  return now.high < last.low ? 'below' : 'overlapping'
}

/** Two interviews side by side, in words. @param last null where it had nothing to check */
export function comparisonInWords(now: Tally | null, last: Tally | null): string {
  if (now === null || last === null)
    return 'One of the two had no machine-checked question, so there is nothing to compare.'
  const [mine, theirs] = [now, last].map(
    ({ low, high }) => `${Math.round(100 * low)} and ${Math.round(100 * high)}\u00A0%`,
  )
  const both = `Your chance of answering such questions right lay between ${theirs} then, and lies between ${mine} now`
  const said = {
    above: 'the two do not overlap: that is more than chance.',
    below: 'the two do not overlap: that is less than you have shown before.',
    overlapping: `the two overlap, so ${now.answers + last.answers} answers settle nothing yet.`,
  }
  return `${both}; ${said[standingOf(now, last)]}`
}
