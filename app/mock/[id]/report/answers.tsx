import { ButtonLink } from '#app/_ui/button-link.tsx'
import type { Report } from '#app/mock/[id]/requests.ts'
import type { Level } from '#lib/quiz/kinds/rubric.ts'
import type { ReportLine } from '#lib/study/open-report.ts'
import { CheckedLine } from './checked-line.tsx'
import { checkedLines, followUpOf, predictions, writtenLines } from './reading.ts'
import styles from './report.module.css'
import { WrittenLine } from './written-line.tsx'

/** Every answer as it was given: what the numbers above are made of. */
export function Answers({ report, level }: { report: Report; level: Level }) {
  const predicted = predictions(report)
  return (
    <>
      <Part id="written" title="In words" lines={writtenLines(report)}>
        {(line) => <WrittenLine {...{ line, level }} followUp={followUpOf(line, report.lines)} />}
      </Part>
      <Part id="checked" title="Checked by machine" lines={checkedLines(report)}>
        {(line) => <CheckedLine line={line} />}
      </Part>
      <Part id="predicted" title="Predicted, and not counted" lines={predicted}>
        {(line) => <CheckedLine line={line} />}
      </Part>
      <p className="screen-only">
        <ButtonLink href="/mock">To your interviews</ButtonLink>
      </p>
    </>
  )
}

function Part({
  id,
  title,
  lines,
  children,
}: {
  id: string
  title: string
  lines: readonly ReportLine[]
  children: (line: ReportLine) => React.ReactNode
}) {
  if (lines.length === 0) return null
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={styles.section}>
      <h2 id={`${id}-title`} className="section-title">
        {title}
      </h2>
      <ol className={styles.lines}>
        {lines.map((line) => (
          <li key={line.position} id={`question-${line.position + 1}`}>
            {children(line)}
          </li>
        ))}
      </ol>
    </section>
  )
}
