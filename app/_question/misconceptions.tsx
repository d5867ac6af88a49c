import { Link } from '#app/_ui/link.tsx'
import type { Question } from '#lib/content/questions.ts'
import styles from './follow-ups.module.css'

/** What people say that is not so, why, and the figure state that shows it. */
export function Misconceptions({ question }: { question: Question }) {
  if (question.misconceptions.length === 0) return null
  return (
    <section id="misconceptions" aria-labelledby="misconceptions-title">
      <h2 id="misconceptions-title" className="section-title">
        Said often, and not so
      </h2>
      <ul className={styles.list}>
        {question.misconceptions.map(({ id, claim, why, refute }) => (
          <li key={id}>
            <details>
              <summary>“{claim}”</summary>
              <p>{why}</p>
              {refute && (
                <p>
                  <b>See it fail.</b> {refute.look}{' '}
                  <Link
                    href={`/demos/${refute.demo}?s=${refute.state}&refutes=${question.id}.${id}`}
                  >
                    Open the figure in this state
                  </Link>
                </p>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
