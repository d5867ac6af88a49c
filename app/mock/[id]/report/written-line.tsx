import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import { minutesAndSeconds } from '#app/mock/[id]/words.ts'
import type { Level } from '#lib/quiz/kinds/rubric.ts'
import type { ReportLine } from '#lib/study/open-report.ts'
import { Marking } from './marking.tsx'
import { textOf } from './reading.ts'
import styles from './report.module.css'
import { rangeInWords } from './sentences.ts'

/** An answer in words, which its reader marks; unmarked it counts as anything from 0 to 1. */
export function WrittenLine({
  line,
  followUp,
  level,
}: {
  line: ReportLine
  followUp: ReportLine | null
  level: Level
}) {
  const { position, ask, title, slug, attempt, rubric, spentMs, minutes } = line
  return (
    <div className={styles.line}>
      <p className="small muted">
        Question {position + 1} · <Link href={`/questions/${slug}`}>{title}</Link> ·{' '}
        {minutesAndSeconds(spentMs)} of {minutesAndSeconds(minutes * 60_000)}
      </p>
      <p className={styles.prompt}>{'text' in ask ? ask.text : ''}</p>
      {followUp && 'text' in followUp.ask && (
        <p id={`question-${followUp.position + 1}`} className="small muted">
          Asked next, as question {followUp.position + 1}: {followUp.ask.text}
        </p>
      )}
      {attempt && rubric ? (
        <Said {...{ line, rubric, level }} text={textOf(line)} />
      ) : (
        <p className="muted">Not answered.</p>
      )}
    </div>
  )
}

function Said({
  line,
  rubric,
  text,
  level,
}: {
  line: ReportLine
  rubric: NonNullable<ReportLine['rubric']>
  text: string
  level: Level
}) {
  const [isOpen, setOpen] = useState(false)
  const { marked } = rubric
  if (isOpen) return <Marking {...{ line, rubric, text, level }} onSaved={() => setOpen(false)} />
  return (
    <>
      <blockquote className={styles.said}>{text}</blockquote>
      <p className={styles.mark}>
        {marked ? (
          <span>
            <b>{rangeInWords(marked.score)}</b>, marked by you.
          </span>
        ) : (
          <span>
            <b>To be marked.</b> Until then it counts as anything from 0 to 100 %.
          </span>
        )}
        <Button className="screen-only" onClick={() => setOpen(true)}>
          {marked ? 'Mark it anew' : 'Mark it against the rubric'}
        </Button>
      </p>
    </>
  )
}
