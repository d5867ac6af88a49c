import { CheckIcon, CrossIcon } from '#app/_ui/icon.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { Report } from '#app/mock/[id]/requests.ts'
import { confidenceOf, hasItems, placeOf, scoreOf } from './reading.ts'
import styles from './sureness.module.css'

const NAMES = ['Guess', 'Leaning', 'Fairly sure', 'Certain']

/** One mark an answer above how sure its reader was. So few cannot measure: the exceptions are to be looked at. */
export function Sureness({ report }: { report: Report }) {
  const said = report.lines.filter(
    (line) => 'item' in line.ask && confidenceOf(line) !== null && scoreOf(line) !== null,
  )
  if (!hasItems(report)) return null
  return (
    <section aria-labelledby="calibration" className={styles.section}>
      <h2 id="calibration" className="section-title">
        How sure you were, and whether you were right
      </h2>
      {said.length === 0 ? (
        <p className="muted">
          You said of no machine-checked answer how sure you were. It takes a second, and a report
          can then tell what you hold for right and is not.
        </p>
      ) : (
        <>
          <div className={styles.columns}>
            {NAMES.map((name, confidence) => (
              <div key={name}>
                <ul>
                  {said
                    .filter((line) => confidenceOf(line) === confidence)
                    .map((line) => (
                      <li key={line.position}>
                        <a href={placeOf(line)} data-right={scoreOf(line) === 1}>
                          <span className={styles.disc}>
                            {scoreOf(line) === 1 ? <CheckIcon /> : <CrossIcon />}
                          </span>
                          <span className="visually-hidden">
                            {scoreOf(line) === 1 ? 'Right: ' : 'Not right: '}question{' '}
                          </span>
                          <span aria-hidden="true">Q</span>
                          {line.position + 1}
                        </a>
                      </li>
                    ))}
                </ul>
                <p>{name}</p>
              </div>
            ))}
          </div>
          <p className="small dim">
            One mark for each of {said.length} machine-checked{' '}
            {said.length === 1 ? 'answer' : 'answers'}, a cross also for one that was partly right.
            So few cannot measure calibration: look at the exceptions. All your answers together are
            on <Link href="/progress">your progress page</Link>.
          </p>
        </>
      )}
    </section>
  )
}
