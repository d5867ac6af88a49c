import type { Question } from '#lib/content/questions.ts'
import styles from './home.module.css'

/** The three steps of a question, each shown with a piece of a real one. No answer is given away. */
export function HowItGoes({ question }: { question: Question }) {
  const points = question.keyPoints.length
  const plain = question.items.find(({ prompt }) => !prompt.includes('$'))
  return (
    <div className={styles.three}>
      <section>
        <h2>Say it before you read it</h2>
        <p className="muted">You get the question as an interviewer puts it, and an empty box.</p>
        <blockquote className={styles.asked}>{question.asked}</blockquote>
      </section>
      <section>
        <h2>Mark what you said</h2>
        <p className="muted">
          {points} points an interviewer listens for. Each is yours once you show the words that
          earn it.
        </p>
        <ul className={styles.points}>
          {question.keyPoints.slice(0, 3).map((point) => (
            <li key={point.id}>
              <span className={styles.tick} aria-hidden="true" />
              {point.text}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Be sure of it</h2>
        <p className="muted">Short items, graded on the server, each option with its reason.</p>
        {plain && <p className={styles.asked}>{plain.prompt}</p>}
      </section>
    </div>
  )
}
