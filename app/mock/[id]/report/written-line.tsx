import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Link } from '#app/_ui/link.tsx'
import { minutesAndSeconds } from '#app/mock/[id]/words.ts'
import type { ReportLine } from '#lib/study/open-report.ts'
import styles from './report.module.css'

/** An answer in words, which its reader marks; unmarked it counts as anything from 0 to 1. */
export function WrittenLine({ line, followUp }: { line: ReportLine; followUp: ReportLine | null }) {
  const { position, ask, title, slug, attempt, spentMs, minutes } = line
  const isSaid = attempt !== null && !(attempt.response as { skipped?: boolean }).skipped
  return (
    <div className={styles.line}>
      <p className="small muted">
        Question {position + 1} · <Link href={`/questions/${slug}`}>{title}</Link> ·{' '}
        {minutesAndSeconds(spentMs)} of {minutesAndSeconds(minutes * 60_000)}
      </p>
      <p className={styles.prompt}>{'text' in ask ? ask.text : ''}</p>
      {isSaid ? (
        <>
          <blockquote className={styles.said}>
            {(attempt.response as { text: string }).text}
          </blockquote>
          {followUp && 'text' in followUp.ask && (
            <p className="small muted">Asked next: {followUp.ask.text}</p>
          )}
          <p className={styles.mark}>
            <b>To be marked.</b> Until then it counts as anything from 0 to 1.{' '}
            <ButtonLink href={`/questions/${slug}#rubric`}>Mark it against the rubric</ButtonLink>
          </p>
        </>
      ) : (
        <p className="muted">Not answered.</p>
      )}
    </div>
  )
}
