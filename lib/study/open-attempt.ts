import 'server-only'
import { z } from 'zod'
import { questionById } from '#lib/content/questions.ts'
import type { AttemptWithVersion } from '#lib/db/attempt.ts'
import { ownAttempt } from '#lib/db/history.ts'
import { asked, itemSchema } from '#lib/quiz/grade/item.ts'
import type { AskedItem } from '#lib/quiz/kinds/item.ts'
import { isExpected, type Level, LEVELS, type RubricResponse } from '#lib/quiz/kinds/rubric.ts'
import { type AttemptView, viewAttempt } from './attempt-view.ts'

/** An old attempt as it was: the stored version of its question, the item in the order of its seed. */
export type AttemptDetail = AttemptView & {
  grader: 'server' | 'self' | 'none'
  elapsedMs: number
  question: {
    title: string
    asked: string
    /** of its page; null if there is none any more */
    slug: string | null
    /** whether that page still reads as it did then */
    isUnchanged: boolean
  }
  /** null for an answer in words and its rubric */
  asked: AskedItem | null
  rubric: MarkedRubric | null
}

export type MarkedRubric = {
  level: Level
  /** the answer that was marked */
  text: string
  points: { text: string; weight: number; mark: 'quoted' | 'ticked' | 'missed'; words: string[] }[]
}

const stored = z.object({
  title: z.string(),
  asked: z.string(),
  keyPoints: z.array(
    z.object({ id: z.string(), text: z.string(), weight: z.number(), from: z.enum(LEVELS) }),
  ),
  items: z.array(itemSchema).catch([]),
})

/** @returns null for what is not this reader's own */
export async function openAttempt(
  userId: string | null,
  id: string,
): Promise<AttemptDetail | null> {
  const row = userId === null ? null : await ownAttempt(userId, id)
  if (row === null) return null
  const question = stored.parse(row.version.question)
  const current = await questionById(row.questionId)
  const item = question.items.find((each) => row.itemId === `${row.questionId}/${each.id}`)
  return {
    ...viewAttempt(row),
    grader: row.grader,
    elapsedMs: row.elapsedMs,
    question: {
      title: question.title,
      asked: question.asked,
      slug: current?.slug ?? null,
      isUnchanged: current?.contentHash === row.contentHash,
    },
    asked: item ? asked(item, row.seed) : null,
    rubric: row.kind === 'rubric' ? await rubricOf(row, question.keyPoints) : null,
  }
}

async function rubricOf(
  row: AttemptWithVersion,
  keyPoints: z.infer<typeof stored>['keyPoints'],
): Promise<MarkedRubric> {
  const { answerId, level, quotes, ticked } = row.response as RubricResponse
  const answer = await ownAttempt(row.userId, answerId)
  const { text } = (answer?.response ?? { text: '' }) as { text: string }
  return {
    level,
    text,
    points: keyPoints
      .filter(({ from }) => isExpected(from, level))
      .map((point) => ({
        text: point.text,
        weight: point.weight,
        mark: point.id in quotes ? 'quoted' : ticked.includes(point.id) ? 'ticked' : 'missed',
        words: (quotes[point.id] ?? []).map(([start, end]) => text.slice(start, end)),
      })),
  }
}
