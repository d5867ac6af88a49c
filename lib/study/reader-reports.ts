import 'server-only'
import { z } from 'zod'
import { questionById } from '#lib/content/questions.ts'
import { reportsSince } from '#lib/db/report.ts'

/** A problem with a page as a reader saw it; who sent it is not said. */
export type ReaderReport = {
  id: string
  text: string
  createdAt: Date
  /** null where the question is asked no more */
  question: { slug: string; title: string } | null
  questionId: string
  /** the page has changed since */
  hasChanged: boolean
  /** links to the figures in the states that were on the page */
  figures: string[]
  /** of the items that had been drawn, by their ids */
  seeds: Record<string, number>
}

const context = z.object({
  figures: z.array(z.string()).catch([]),
  seeds: z.record(z.string(), z.number()).catch({}),
})

/** Newest first. */
export async function readerReports(since: Date): Promise<ReaderReport[]> {
  const rows = await reportsSince(since)
  return Promise.all(
    rows.map(async ({ id, text, createdAt, questionId, contentHash, context: seen }) => {
      const question = await questionById(questionId)
      const { figures, seeds } = context.catch({ figures: [], seeds: {} }).parse(seen)
      return {
        id,
        text,
        createdAt,
        question: question && { slug: question.slug, title: question.title },
        questionId,
        hasChanged: question?.contentHash !== contentHash,
        // A link leaves for a page of ours and for nothing else, whatever was sent.
        figures: figures.filter((link) => link.startsWith('/demos/')),
        seeds,
      }
    }),
  )
}
