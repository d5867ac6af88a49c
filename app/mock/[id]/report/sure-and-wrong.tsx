import { CrossIcon } from '#app/_ui/icon.tsx'
import type { Report } from '#app/mock/[id]/requests.ts'
import {
  confidenceOf,
  hasItems,
  placeOf,
  promptOf,
  reasonFor,
  scoreOf,
  sureAndWrong,
} from './reading.ts'
import styles from './report.module.css'
import { nothingSureAndWrong, SURE } from './sentences.ts'

/** First, since nothing costs more on the day: what was held for right, and was not. */
export function SureAndWrong({ report }: { report: Report }) {
  const lines = sureAndWrong(report)
  if (!hasItems(report)) return null
  return (
    <section aria-labelledby="sure" className={styles.section}>
      <h2 id="sure" className="section-title">
        Sure, and wrong
      </h2>
      {lines.length === 0 && <p className="muted">{nothingSureAndWrong(report)}</p>}
      <ul className={styles.sure}>
        {lines.map((line) => (
          <li key={line.position}>
            <a href={placeOf(line)}>{promptOf(line)}</a>
            <p className="small">
              <b className={styles.wrong}>
                <CrossIcon /> {SURE[confidenceOf(line)!]}
                {line.kind === 'predict' && ', as a prediction'}
                {scoreOf(line) === 0 ? ', and not so.' : ', and only partly so.'}
              </b>{' '}
              {reasonFor(line)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
