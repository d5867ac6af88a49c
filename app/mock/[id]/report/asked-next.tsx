import { reasonToAsk } from '#app/_question/asked-next.ts'
import type { ReportRubric } from '#lib/study/open-report.ts'
import styles from './report.module.css'

/**
 * What an interviewer would have asked next, as the marks have it: of a point that was missed, or of
 * one that was said. An interview cannot ask these, since it does not know yet.
 * @param asked what the interview did ask after the answer
 */
export function AskedNext({
  rubric: { points, followUps, marked },
  asked,
}: {
  rubric: ReportRubric
  asked: string | null
}) {
  if (marked === null) return null
  const byId = Object.fromEntries(points.map((point) => [point.id, point]))
  const said = new Set([...Object.keys(marked.quotes), ...marked.ticked])
  const open = followUps
    .map((each) => ({ ...each, reason: reasonToAsk(each, byId, { level: marked.level, said }) }))
    .filter(({ ask, reason }) => reason && ask !== asked)
  if (open.length === 0) return null
  return (
    <div className={styles.askedNext}>
      <p className="label">What they would have asked next</p>
      <ul>
        {open.map(({ ask, reason, expects }) => (
          <li key={ask}>
            <details>
              <summary>
                {ask} <span className="small dim">{reason}</span>
              </summary>
              <p className="small muted">A good answer says:</p>
              <ul className="small">
                {expects.map((id) => (
                  <li key={id}>{byId[id]?.text}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}
