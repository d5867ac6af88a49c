'use client'

import { type AskedFollowUp, type NamedPoint, reasonToAsk } from './asked-next.ts'
import { markedPoints } from './marking.ts'
import { useJournal } from './journal.ts'
import styles from './follow-ups.module.css'

type Points = Record<string, NamedPoint>

/**
 * What an interviewer asks next: of what the reader's rubric says was missed or said, and what is asked
 * of everybody. Before anything is marked, all of them.
 */
export function FollowUps({
  questionId,
  followUps,
  points,
}: {
  questionId: string
  followUps: AskedFollowUp[]
  points: Points
}) {
  const marked = markedPoints(useJournal(questionId))
  const asked = followUps
    .map((each) => ({ ...each, reason: reasonToAsk(each, points, marked) }))
    .filter(({ reason }) => reason !== null)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
  return (
    <section id="follow-ups" aria-labelledby="follow-ups-title">
      <h2 id="follow-ups-title" className="section-title">
        What they ask next
      </h2>
      {marked && (
        <p className="small muted">
          {asked.some((each) => rankOf(each) === 0)
            ? 'Chosen by your rubric: what was missing comes first.'
            : 'Your rubric left nothing open that has a question of its own.'}
        </p>
      )}
      <ul className={styles.list}>
        {asked.map(({ ask, expects, reason }) => (
          <li key={ask}>
            <details>
              <summary>
                {ask}
                {reason && <span className={styles.reason}>{reason}</span>}
              </summary>
              <p className="small muted">A good answer says:</p>
              <ul className={styles.points}>
                {expects.map((id) => (
                  <li key={id}>{points[id]?.text}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 0 for what was missing, 1 for what follows from what was said, 2 for what is asked of everybody. */
function rankOf({ when, reason }: { when: string; reason: string | null }): number {
  return reason === '' ? 2 : Number(when.startsWith('ticked:'))
}
