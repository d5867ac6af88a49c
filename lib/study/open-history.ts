import 'server-only'
import { z } from 'zod'
import { questions, topics } from '#lib/content/questions.ts'
import { attemptPage, versionsOf } from '#lib/db/history.ts'
import { concrete, itemSchema } from '#lib/quiz/grade/item.ts'
import type { Score } from '#lib/quiz/kinds/response.ts'
import { ulid } from './attempt-entry.ts'

/** One attempt in a list. */
export type HistoryLine = {
  id: string
  /** of the question as it was then */
  title: string
  /** of the item; of an answer in words its beginning */
  words: string
  kind: string
  score: Score | null
  confidence: number | null
  /** whether the reader graded it, by quoting their own words */
  isSelfGraded: boolean
  /** ISO 8601 */
  receivedAt: string
}

export type History = {
  lines: HistoryLine[]
  /** to ask for the next page with; null after the last */
  next: string | null
  /** title of the topic, where only its answers were asked for, and it is one */
  topic: string | null
}

/** `after`: what the page before gave as `next`. `topic`: of whose questions alone. */
export const historyQuery = z.object({
  after: ulid.optional(),
  topic: z.string().max(40).optional(),
})

const size = 20

/** What a list needs of a question as it was; fields that came later may be missing. */
const listed = z.object({ title: z.string(), items: z.array(itemSchema).catch([]) })

/** A page of everything that a reader ever answered, or of one topic, newest first. */
export async function openHistory(
  userId: string | null,
  { after = null, topic }: { after?: string | null | undefined; topic?: string | undefined },
): Promise<History> {
  const title = topic === undefined ? null : ((await topics()).get(topic)?.title ?? null)
  if (userId === null) return { lines: [], next: null, topic: title }
  const of = topic === undefined ? undefined : await questionsOf(topic)
  const rows = await attemptPage(userId, after, size + 1, of)
  const page = rows.slice(0, size)
  const versions = await versionsOf([...new Set(page.map(({ contentHash }) => contentHash))])
  const read = new Map([...versions].map(([hash, question]) => [hash, listed.parse(question)]))
  const lines = page.map((row): HistoryLine => {
    const question = read.get(row.contentHash)!
    const item = question.items.find(({ id }) => row.itemId.endsWith(`/${id}`))
    return {
      id: row.id,
      title: question.title,
      words: item ? concrete(item, row.seed).prompt : beginning(row.response),
      kind: row.kind,
      score: row.scoreLow === null ? null : { low: row.scoreLow, high: row.scoreHigh! },
      confidence: row.confidence,
      isSelfGraded: row.grader === 'self',
      receivedAt: row.receivedAt.toISOString(),
    }
  })
  return { lines, next: rows.length > size ? page.at(-1)!.id : null, topic: title }
}

async function questionsOf(topic: string): Promise<string[]> {
  const all = [...(await questions()).values()]
  return all.filter((each) => each.topic === topic).map(({ id }) => id)
}

function beginning(response: unknown): string {
  const { text, skipped } = (response ?? {}) as { text?: unknown; skipped?: unknown }
  if (skipped === true) return 'Skipped'
  if (typeof text !== 'string') return ''
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 87).trimEnd()}…` : line
}
