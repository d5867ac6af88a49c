import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { Report as ReportView } from '#app/mock/[id]/requests.ts'
import type { ReportLine } from '#lib/study/open-report.ts'
import { CheckedLine } from './checked-line.tsx'
import { NextReviews } from './next-reviews.tsx'
import styles from './report.module.css'
import { checkedInWords, courseInWords } from './sentences.ts'
import { WrittenLine } from './written-line.tsx'

/** What was answered and what came of it; machine-checked and to be marked are never one number. */
export function Report({ report }: { report: ReportView }) {
  const { lines, reviews } = report
  const written = lines.filter(({ kind }) => kind === 'answer')
  const checked = lines.filter(({ ask }) => 'item' in ask)
  return (
    <article className={`page ${styles.report}`}>
      <header className={styles.head}>
        <p className="small muted">
          <Link href="/mock">Mock interviews</Link> · {onDay(report.startedAt)}
        </p>
        <h1 className="title">{checkedInWords(checked)}</h1>
        <p className="muted">{courseInWords(report)}</p>
      </header>
      <NextReviews reviews={reviews} />
      {written.length > 0 && (
        <section aria-labelledby="written" className={styles.section}>
          <h2 id="written" className="section-title">
            In words
          </h2>
          <ol className={styles.lines}>
            {written.map((line) => (
              <li key={line.position}>
                <WrittenLine line={line} followUp={followUpOf(line, lines)} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {checked.length > 0 && (
        <section aria-labelledby="checked" className={styles.section}>
          <h2 id="checked" className="section-title">
            Checked by machine
          </h2>
          <ol className={styles.lines}>
            {checked.map((line) => (
              <li key={line.position}>
                <CheckedLine line={line} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="screen-only">
        <ButtonLink href="/mock">To your interviews</ButtonLink>
      </p>
    </article>
  )
}

function followUpOf(line: ReportLine, lines: readonly ReportLine[]): ReportLine | null {
  const next = lines[line.position + 1]
  return next?.kind === 'follow-up' && next.questionId === line.questionId ? next : null
}

function onDay(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
