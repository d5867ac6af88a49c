import { Link } from '#app/_ui/link.tsx'
import type { Report as ReportView } from '#app/mock/[id]/requests.ts'
import { type Level, LEVELS } from '#lib/quiz/kinds/rubric.ts'
import { Again } from './again.tsx'
import { Answers } from './answers.tsx'
import { KeyPointMap } from './key-point-map.tsx'
import { NextReviews } from './next-reviews.tsx'
import { checkedLines, isToBeMarked, scoreOf, writtenLines } from './reading.ts'
import styles from './report.module.css'
import { Results } from './results.tsx'
import {
  answeredInWords,
  courseInWords,
  headline,
  timeInWords,
  writtenInWords,
} from './sentences.ts'
import { SureAndWrong } from './sure-and-wrong.tsx'
import { Sureness } from './sureness.tsx'
import { Topics } from './topics.tsx'
import { useMarks } from './use-marks.ts'

/**
 * A sentence first, then what costs most, then the rest; every number leads to the answers behind it.
 * What a machine checked and what the reader marked are never one number.
 */
export function Report({ report, onChange }: { report: ReportView; onChange: () => void }) {
  const said = useMarks(report, onChange)
  return (
    <article className={`page ${styles.report}`}>
      <header className={styles.head}>
        <p className="small muted">
          <Link href="/mock">Mock interviews</Link> · {onDay(report.startedAt)}
        </p>
        <h1 className="title">{headline(report)}</h1>
        <Figures report={report} />
        <p className="muted">
          <a href="#time">{answeredInWords(report)}</a> {courseInWords(report)}
        </p>
        <p role="status" className={said === '' ? 'visually-hidden' : 'small'}>
          {said}
        </p>
      </header>
      <SureAndWrong report={report} />
      <KeyPointMap lines={report.lines} />
      <Results report={report} />
      <div className={styles.pair}>
        <Sureness report={report} />
        <Topics report={report} />
      </div>
      <NextReviews reviews={report.reviews} onChange={onChange} />
      <Again report={report} />
      <Answers report={report} level={levelOf(report)} />
    </article>
  )
}

/** Three numbers, each a link to what is behind it. */
function Figures({ report }: { report: ReportView }) {
  const checked = checkedLines(report)
  const written = writtenLines(report)
  const open = written.filter(isToBeMarked).length
  const { spent, planned } = timeInWords(report)
  return (
    <ul className={styles.figures}>
      {checked.length > 0 && (
        <li>
          <a href="#checked">
            <b>
              {checked.filter((line) => scoreOf(line) === 1).length} of {checked.length}
            </b>{' '}
            by machine
          </a>
        </li>
      )}
      {written.length > 0 && (
        <li>
          <a href="#written">
            <b>{writtenInWords(written)}</b> in words, by you
            {open > 0 && `, ${open} to be marked`}
          </a>
        </li>
      )}
      <li>
        <a href="#time">
          <b>{spent}</b> of {planned}
        </a>
      </li>
    </ul>
  )
}

/** The highest that was asked for; marks begin there. */
function levelOf({ blueprint: { levels } }: ReportView): Level {
  return LEVELS.findLast((level) => levels.includes(level)) ?? 'senior'
}

function onDay(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
