import type { Question } from '#lib/content/questions.ts'
import styles from './follow-ups.module.css'

/** What an interviewer asks next, each with the points that answer it. */
export function FollowUps({ question }: { question: Question }) {
  if (question.followUps.length === 0) return null
  const points = new Map(question.keyPoints.map(({ id, text }) => [id, text]))
  return (
    <section id="follow-ups" aria-labelledby="follow-ups-title">
      <h2 id="follow-ups-title" className="section-title">
        What they ask next
      </h2>
      <ul className={styles.list}>
        {question.followUps.map(({ ask, expects }) => (
          <li key={ask}>
            <details>
              <summary>{ask}</summary>
              <p className="small muted">A good answer says:</p>
              <ul className={styles.points}>
                {expects.map((id) => (
                  <li key={id}>{points.get(id)}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
