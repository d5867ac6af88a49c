import { parseArgs } from 'node:util'
import { questionById } from '#lib/content/questions.ts'
import { reportsSince } from '#lib/db/report.ts'
import { closeDatabase } from '#lib/db/sample.ts'

// `npm run reports [-- --days 30]`: what readers reported, newest first, with what is needed to see it
// as they did. Who they are is not said.

const { values } = parseArgs({ options: { days: { type: 'string', default: '90' } } })
const since = new Date(Date.now() - Number(values.days) * 86_400_000)
const reports = await reportsSince(since)
for (const { questionId, contentHash, text, context, createdAt } of reports) {
  const question = await questionById(questionId)
  const isSame = question?.contentHash === contentHash
  const { page, figures, seeds } = context as {
    page: string
    figures: string[]
    seeds: Record<string, number>
  }
  process.stdout.write(
    [
      `${createdAt.toISOString()} ${questionId} ${page}${isSame ? '' : ' (the page has changed since)'}`,
      ...text.split('\n').map((line) => `  ${line}`),
      ...figures.map((link) => `  figure ${link}`),
      ...Object.entries(seeds).map(([item, seed]) => `  item ${item} seed ${seed}`),
      '',
    ].join('\n') + '\n',
  )
}
process.stdout.write(`${reports.length} reports in the last ${values.days} days.\n`)
await closeDatabase()
