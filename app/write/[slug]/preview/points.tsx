import type { Question } from '#lib/content/bank.ts'
import styles from './preview.module.css'

const levels = { intern: 'Intern', mid: 'Mid', senior: 'Senior' }

/** The rubric as it is written: what readers see of a point, and the cues, which they never do. */
export function Points({ question: { keyPoints } }: { question: Question }) {
  const total = keyPoints.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <section aria-labelledby="rubric-title">
      <h2 id="rubric-title" className="section-title">
        Rubric
      </h2>
      <p className="muted small">
        {keyPoints.length} points, weight {total}. Cues are seen by authors alone.
      </p>
      <ol className={styles.points}>
        {keyPoints.map(({ id, text, weight, must, from, cues }) => (
          <li key={id}>
            <p>{text}</p>
            <p className={styles.meta}>
              {must ? 'Must' : weight > 1 ? 'Strong' : 'Bonus'} · weight {weight} · from{' '}
              {levels[from]}
            </p>
            {cues.length > 0 && <p className={styles.meta}>cues: {cues.join(' · ')}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
