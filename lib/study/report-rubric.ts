import 'server-only'
import { z } from 'zod'
import type { Score } from '#lib/quiz/kinds/response.ts'
import { LEVELS, type RubricResponse } from '#lib/quiz/kinds/rubric.ts'

/** What an answer in words is marked by, of the version that was asked; only after the end. */
export type ReportRubric = {
  points: z.infer<typeof shown>['keyPoints']
  /** Misconceptions whose own words stand in the answer: perhaps misstated, the reader judges. */
  misstated: Misstated[]
  /** as it was marked last; null until then */
  marked: (RubricResponse & { score: Score }) | null
}

export type Misstated = {
  id: string
  claim: string
  why: string
  /** the words that were found */
  words: string
  /** the address of the figure that refutes it, if there is one */
  figure: string | null
}

const shown = z.object({
  id: z.string(),
  keyPoints: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      weight: z.number(),
      must: z.boolean().optional(),
      from: z.enum(LEVELS),
    }),
  ),
  misconceptions: z
    .array(
      z.object({
        id: z.string(),
        claim: z.string(),
        why: z.string(),
        cues: z.array(z.string()).default([]),
        refute: z.object({ demo: z.string(), state: z.string() }).optional(),
      }),
    )
    .catch([]),
})

/** @param question the stored version @param text the answer */
export function reportRubric(
  question: unknown,
  text: string,
  marked: ReportRubric['marked'],
): ReportRubric {
  const { id, keyPoints, misconceptions } = shown.parse(question)
  const misstated = misconceptions.flatMap(({ cues, refute, ...rest }): Misstated[] => {
    const words = wordsOf(text, cues)
    const figure = refute
      ? `/demos/${refute.demo}?s=${refute.state}&refutes=${id}.${rest.id}`
      : null
    return words === null ? [] : [{ id: rest.id, claim: rest.claim, why: rest.why, words, figure }]
  })
  return { points: keyPoints, misstated, marked }
}

/** The first of the cues that stands in the text, as it stands there, whatever its case and spacing. */
function wordsOf(text: string, cues: readonly string[]): string | null {
  for (const cue of cues) {
    const parts = cue.trim().split(/\s+/).map(plain)
    const found = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}`, 'iu').exec(text)
    if (found && cue.trim() !== '') return found[0]
  }
  return null
}

function plain(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
