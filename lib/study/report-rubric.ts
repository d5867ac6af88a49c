import 'server-only'
import { z } from 'zod'
import type { Score } from '#lib/quiz/kinds/response.ts'
import { LEVELS, type RubricResponse, type Span } from '#lib/quiz/kinds/rubric.ts'

/** What an answer in words is marked by, of the version that was asked; only after the end. */
export type ReportRubric = {
  points: Omit<z.infer<typeof shown>['keyPoints'][number], 'cues'>[]
  /** Where the answer perhaps says a point, by its author's cues; it is for the reader to tick. */
  likely: Span[]
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
      cues: z.array(z.string()).default([]),
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
    const [found] = spansOf(text, cues)
    const figure = refute
      ? `/demos/${refute.demo}?s=${refute.state}&refutes=${id}.${rest.id}`
      : null
    const { claim, why } = rest
    return found ? [{ id: rest.id, claim, why, words: text.slice(...found), figure }] : []
  })
  const likely = spansOf(
    text,
    keyPoints.flatMap(({ cues }) => cues),
  )
  return { points: keyPoints.map(({ cues: _cues, ...point }) => point), likely, misstated, marked }
}

/** Where cues stand in a text, in its order and apart; whatever the case and the spacing. */
function spansOf(text: string, cues: readonly string[]): Span[] {
  const patterns = cues.filter((cue) => cue.trim() !== '').map(patternOf)
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }): Span => [index, index + words.length]),
  )
  const spans: Span[] = []
  for (const span of found.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]))
    if (span[0] >= (spans.at(-1)?.[1] ?? 0)) spans.push(span)
  return spans
}

/** Not within a word: "one" is none of "none". */
function patternOf(cue: string): RegExp {
  const words = cue.trim().split(/\s+/).map(plain)
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}`, 'giu')
}

function plain(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
