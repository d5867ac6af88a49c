import { Ranges } from '#app/_progress/ranges.tsx'
import { percents } from '#app/_progress/words.ts'
import type { Question } from '#lib/content/questions.ts'
import { masteryOf } from '#lib/learning/mastery.ts'
import { ridge } from '#lib/learning/ridge.ts'
import styles from './home.module.css'

/** Three things that the site does, each shown with a piece of a real question. No answer is given away. */
export function HowItGoes({ question }: { question: Question }) {
  const item = question.items.find((each) => each.kind === 'single')
  return (
    <div className={styles.three}>
      <section>
        <h2>Say it, then check it</h2>
        <p className="muted">
          You answer before you read ours. Then {question.keyPoints.length} points an interviewer
          listens for: each is yours once you show the words that earn it.
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
        <h2>Practise against a clock</h2>
        <p className="muted">
          A mock interview mixes short items with answers in words, and asks how sure you were.
        </p>
        {item && (
          <>
            <p className={styles.prompt}>{item.prompt}</p>
            <ul className={styles.options}>
              {item.options.map(({ id, text }, nth) => (
                <li key={id}>
                  <kbd aria-hidden="true">{'ABCDEFGH'[nth]}</kbd>
                  {text}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <h2>See what you know, and how surely</h2>
        <p className="muted">Mastery is a range, not a score. It narrows as you answer.</p>
        <Ranges
          label="Three quarters right: after 4 answers the range is wide, after 40 it is narrow."
          rows={[4, 12, 40].map(afterAnswers)}
        />
      </section>
    </div>
  )
}

/** What three quarters right say, with nothing faded. */
function afterAnswers(answers: number) {
  const now = new Date(0)
  const scores = Array.from({ length: answers }, (_, i) => (i % 4 === 3 ? 0 : 1))
  const estimate = masteryOf(
    scores.map((score) => ({ score, at: now })),
    now,
  )!
  return {
    name: `${answers} answers`,
    text: percents(estimate.low, estimate.high),
    estimate: { ...estimate, middle: estimate.median },
    ridge: ridge(estimate, 91),
  }
}
