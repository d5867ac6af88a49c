import { betaQuantile } from './beta.ts'

/** How sure a reader was: 0 guess, 1 leaning, 2 fairly sure, 3 certain. */
export type Confidence = 0 | 1 | 2 | 3

/** What came of the answers given with one confidence. */
export type Bin = {
  confidence: Confidence
  answers: number
  /** mean score in [0, 1]; null without answers */
  share: number | null
  /** the middle 80 % of what the share may be, under a uniform prior */
  low: number
  high: number
}

/** Answers of one confidence that it takes before words are made of them. */
export const enough = 8

/** Four bins, from guess to certain. @param answers machine-graded: score in [0, 1] */
export function calibration(answers: readonly { confidence: Confidence; score: number }[]): Bin[] {
  return ([0, 1, 2, 3] as const).map((confidence) => {
    const scores = answers.filter((each) => each.confidence === confidence).map((a) => a.score)
    const right = scores.reduce((sum, score) => sum + score, 0)
    const [a, b] = [1 + right, 1 + scores.length - right]
    return {
      confidence,
      answers: scores.length,
      share: scores.length === 0 ? null : right / scores.length,
      low: betaQuantile(0.1, a, b),
      high: betaQuantile(0.9, a, b),
    }
  })
}

/** Certain, or fairly sure, and more wrong than right: what a report starts with. */
export function isSureAndWrong(answer: { confidence: number | null; score: number }): boolean {
  return (answer.confidence ?? 0) >= 2 && answer.score < 0.5
}

/** One sentence on what four bins say; that they say nothing is a sentence too. */
export function calibrationInWords(bins: readonly Bin[]): string {
  const certain = bins[3]!
  const guessed = bins[0]!
  if (certain.answers < enough)
    return `${certain.answers === 0 ? 'No answer' : `${certain.answers} of ${enough} answers`} given as certain: too few to say how sure you should be.`
  const share = `${Math.round(100 * certain.share!)} % of what you were certain of was right`
  if (guessed.answers >= enough && certain.low <= guessed.high)
    return `${share}, not clearly more than of what you guessed.`
  return certain.high < 0.9
    ? `${share}: certain is more than you can claim yet.`
    : `${share}: when you are certain, say so.`
}
