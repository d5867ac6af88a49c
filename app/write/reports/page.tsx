import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Link } from '#app/_ui/link.tsx'
import { Part, Sheet } from '#app/_write/sheet.tsx'
import { isAuthor } from '#lib/auth/author.ts'
import { type ReaderReport, readerReports } from '#lib/study/reader-reports.ts'

export const metadata: Metadata = { title: 'Reports of readers', robots: { index: false } }
export const dynamic = 'force-dynamic'

const DAYS = 90

export default async function ReportsPage() {
  if (!(await isAuthor())) notFound()
  const reports = await readerReports(daysAgo(DAYS))
  return (
    <Sheet
      at="/write/reports"
      title="Reports of readers"
      lead={`Problems with pages in the last ${DAYS} days, newest first, with the state of the figures and the seeds of the items as they were. Who sent them is not said.`}
    >
      {reports.length === 0 && (
        <Part id="none" title="None">
          <p>Nobody has reported a problem.</p>
        </Part>
      )}
      {reports.map((report) => (
        <Report key={report.id} report={report} />
      ))}
    </Sheet>
  )
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000)
}

function Report({ report }: { report: ReaderReport }) {
  const { id, text, createdAt, question, questionId, hasChanged, figures, seeds } = report
  const day = createdAt.toISOString().slice(0, 10)
  return (
    <Part
      id={id}
      title={<time dateTime={createdAt.toISOString()}>{day}</time>}
      about={
        question ? (
          <Link href={`/write/${question.slug}`}>{question.title}</Link>
        ) : (
          `${questionId}, asked no more`
        )
      }
    >
      {text.split('\n').map((line, nth) => (
        <p key={nth}>{line}</p>
      ))}
      {hasChanged && <p className="muted">The page has changed since.</p>}
      <ul className="small">
        {figures.map((link) => (
          <li key={link}>
            <Link href={link}>Figure as it was</Link> <code>{link}</code>
          </li>
        ))}
        {Object.entries(seeds).map(([item, seed]) => (
          <li key={item}>
            {question ? (
              <Link href={`/write/${question.slug}?seed=${seed}`}>Item {item}</Link>
            ) : (
              `Item ${item}`
            )}
            , seed {seed}
          </li>
        ))}
      </ul>
    </Part>
  )
}
