import { CheckIcon, CrossIcon } from '#app/_ui/icon.tsx'
import type { Report } from '#app/mock/[id]/requests.ts'
import { minutesAndSeconds } from '#app/mock/[id]/words.ts'
import type { ReportLine } from '#lib/study/open-report.ts'
import { confidenceOf, placeOf, promptOf, scoreOf } from './reading.ts'
import styles from './results.module.css'
import { resultInWords, SURE, timeInWords } from './sentences.ts'

/** Every question on one line: what came of it, how sure its reader was, and its time beside the plan. */
export function Results({ report }: { report: Report }) {
  const { lines } = report
  const { spent, planned } = timeInWords(report)
  const longest = Math.max(
    ...lines.map(({ spentMs, minutes }) => Math.max(spentMs, minutes * 60_000)),
  )
  return (
    <section id="time" aria-labelledby="time-title" className={styles.section}>
      <h2 id="time-title" className="section-title">
        Time against the plan
      </h2>
      <p className="small muted">
        {spent} of {planned} planned. The bar is your time, the tick the plan.
      </p>
      <p className={styles.heads} aria-hidden="true">
        <span />
        <span>Question</span>
        <span>Result</span>
        <span>You said</span>
        <span>Time</span>
      </p>
      <ol className={styles.rows}>
        {lines.map((line) => (
          <li key={line.position}>
            <span className={styles.number}>{line.position + 1}</span>
            <a href={placeOf(line)} className={styles.prompt}>
              {promptOf(line)}
            </a>
            <Result line={line} />
            <span className={styles.sure}>{SURE[confidenceOf(line) ?? -1] ?? ''}</span>
            <Time line={line} longest={longest} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Hue only with a sign and a word, and only where a machine has checked. */
function Result({ line }: { line: ReportLine }) {
  const score = 'item' in line.ask ? scoreOf(line) : null
  return (
    <span className={styles.result} data-right={score === null ? undefined : score === 1}>
      {score !== null && (score === 1 ? <CheckIcon /> : <CrossIcon />)} {resultInWords(line)}
    </span>
  )
}

/** @param longest ms at the end of the axis, the same for all */
function Time({ line: { spentMs, minutes }, longest }: { line: ReportLine; longest: number }) {
  const unit = (ms: number) => ((100 * ms) / longest).toFixed(1)
  return (
    <span className={styles.time}>
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.bar} d={`M0,10H${unit(spentMs)}`} />
        <path className={styles.tick} d={`M${unit(minutes * 60_000)},1V19`} />
      </svg>
      <span>
        {minutesAndSeconds(spentMs)}
        <span className="visually-hidden"> of {minutesAndSeconds(minutes * 60_000)}</span>
      </span>
    </span>
  )
}
