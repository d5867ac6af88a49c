import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Link } from '#app/_ui/link.tsx'
import { Part, Rows, Sheet } from '#app/_write/sheet.tsx'
import { isAuthor } from '#lib/auth/author.ts'
import { type ItemStatistics, itemStatistics } from '#lib/study/item-statistics.ts'

export const metadata: Metadata = { title: 'Statistics of items', robots: { index: false } }
export const dynamic = 'force-dynamic'

export default async function StatisticsPage() {
  if (!(await isAuthor())) notFound()
  return (
    <Sheet
      at="/write/statistics"
      title="Statistics of items"
      lead="From each reader’s first attempt at an item: later ones have seen the answer."
    >
      <Statistics />
    </Sheet>
  )
}

async function Statistics() {
  const all = await itemStatistics()
  if (all.length === 0)
    return (
      <Part id="none" title="None yet">
        <p>Nobody has answered an item of this bank.</p>
      </Part>
    )
  const slugs = [...new Set(all.map(({ question }) => question.slug))]
  return (
    <>
      {slugs.map((slug) => {
        const own = all.filter(({ question }) => question.slug === slug)
        const { title, minutes } = own[0]!.question
        return (
          <Part
            key={slug}
            id={slug}
            title={<Link href={`/questions/${slug}`}>{title}</Link>}
            about={`${minutes} min`}
          >
            <Rows
              caption={`Items of ${title}`}
              head={[
                'Item',
                'Kind',
                'n',
                'Share right',
                'Discrimination',
                'Most given wrong',
                'Median time',
              ]}
              rows={own.map(rowOf)}
            />
          </Part>
        )
      })}
      <Part id="how-to-read" title="How to read it">
        <p>
          Share right is the mean score. Discrimination is the correlation of the score with the
          reader’s mean score on all other items: near 0 the item tells nothing, below 0 who knows
          more fails it more often; it is left out below ten readers. Time runs from first sight to
          submission; that of an answer in words stands against the minutes of its question.
        </p>
      </Part>
    </>
  )
}

function rowOf({
  item,
  kind,
  n,
  share,
  discrimination,
  compared,
  mostWrong,
  medianMs,
  question,
}: ItemStatistics) {
  const time = medianMs === null ? '–' : minutesOf(medianMs)
  return [
    item,
    kind,
    n,
    share === null ? '–' : `${Math.round(100 * share)} %`,
    discrimination === null || compared < 10 ? '–' : discrimination.toFixed(2).replace('-', '−'),
    mostWrong ? `${mostWrong.text} (${mostWrong.times})` : '–',
    item === 'answer' && medianMs !== null ? `${time} of ${question.minutes}:00` : time,
  ]
}

function minutesOf(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
