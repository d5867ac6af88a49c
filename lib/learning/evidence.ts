import { type Day, dayOf } from './day.ts'

/** A graded attempt, as far as it says what somebody knows. */
export type Graded = {
  itemId: string
  kind: string
  /** of a rubric: the answer that it marks */
  answerId: string | null
  confidence: number | null
  /** in [0, 1]; of a range its quoted end */
  score: number
  at: Date
  /** whether a machine graded it, and not the reader */
  byMachine: boolean
}

/**
 * Attempts that are evidence. After an attempt the reader has seen the key, so of several at one item
 * on one day only the first counts; a rubric that was marked anew counts as it was marked last.
 * @param attempts in any order
 */
export function evidence(attempts: readonly Graded[], timeZone: string): Graded[] {
  const ordered = attempts.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const seen = new Map<string, Graded>()
  const firsts = new Map<`${string} ${Day}`, Graded>()
  for (const attempt of ordered) {
    const marked = attempt.answerId === null ? undefined : seen.get(attempt.answerId)
    if (marked !== undefined) {
      marked.score = attempt.score
      continue
    }
    const counted = { ...attempt }
    if (attempt.answerId !== null) seen.set(attempt.answerId, counted)
    const key = `${attempt.itemId} ${dayOf(attempt.at, timeZone)}` as const
    if (!firsts.has(key)) firsts.set(key, counted)
  }
  return [...firsts.values()]
}

/** What mastery is made of. A prediction is made before reading, and never lowers it. */
export function forMastery(counted: readonly Graded[]): Graded[] {
  return counted.filter(({ kind }) => kind !== 'predict')
}

/** What calibration is made of: a machine's grades of answers whose certainty was asked for. */
export function forCalibration(counted: readonly Graded[]) {
  return counted.flatMap(({ confidence, score, byMachine }) =>
    byMachine && confidence !== null ? [{ confidence: confidence as 0 | 1 | 2 | 3, score }] : [],
  )
}
