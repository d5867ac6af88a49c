import type { Question } from '#lib/content/bank.ts'
import styles from './preview.module.css'

/** Every follow-up with what it hangs on; readers see those that follow from what they said or missed. */
export function AskedNext({ question: { followUps, keyPoints } }: { question: Question }) {
  if (followUps.length === 0) return null
  const textOf = (id: string) => keyPoints.find((each) => each.id === id)?.text ?? id
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title" className="section-title">
        What they ask next
      </h2>
      <ul className={styles.points}>
        {followUps.map(({ ask, when, expects }) => {
          const [what, id = ''] = when.split(':')
          return (
            <li key={ask}>
              <p>{ask}</p>
              <p className={styles.meta}>
                {what === 'always' ? 'always' : `if ${what}: ${textOf(id)}`}
                {expects.length > 0 && ` · expects ${expects.join(', ')}`}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
