import { betaQuantile } from './beta.ts'
import { days } from './schedule.ts'

/** One graded answer on a topic. */
export type Answer = {
  /** in [0, 1]; of a range its quoted end */
  score: number
  at: Date
}

/** What the answers say of a topic: Beta(a, b), with its median and the middle 80 %. */
export type Mastery = {
  a: number
  b: number
  /** answers behind it, faded ones too */
  answers: number
  median: number
  low: number
  high: number
}

/** After this many days an answer counts half. */
export const halfLife = 45

/** With fewer answers there is no estimate yet. */
export const fewest = 4

/**
 * A uniform prior, and each answer as a fraction of a success and the rest of a failure (a score of
 * 0.7 adds 0.7 and 0.3), both fading by half every `halfLife` days:
 * old evidence fades towards the prior, not towards certainty.
 * @returns null for fewer than `fewest` answers
 */
export function masteryOf(answers: readonly Answer[], now: Date): Mastery | null {
  if (answers.length < fewest) return null
  let [a, b] = [1, 1]
  for (const { score, at } of answers) {
    const weight = 0.5 ** (days(at, now) / halfLife)
    a += weight * score
    b += weight * (1 - score)
  }
  return {
    a,
    b,
    answers: answers.length,
    median: betaQuantile(0.5, a, b),
    low: betaQuantile(0.1, a, b),
    high: betaQuantile(0.9, a, b),
  }
}

/** How two estimates of one topic compare, in words: intervals that overlap settle nothing. */
export function compared(before: Mastery, after: Mastery): 'higher' | 'lower' | 'not settled' {
  if (after.low > before.high) return 'higher'
  return after.high < before.low ? 'lower' : 'not settled'
}
