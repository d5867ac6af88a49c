import { Rows } from '#app/about/article.tsx'
import { percent, percents } from '#app/_progress/words.ts'
import styles from '#app/about/about.module.css'
import { fewest, halfLife, masteryOf } from '#lib/learning/mastery.ts'
import { OwnNumbers } from './own-numbers.tsx'

const day = 86_400_000
const now = new Date(0)
const scores = [1, 1, 0.7, 1, 0, 1]

export function MasteryPart() {
  const estimates = [0, halfLife, 4 * halfLife].map((age) => ({
    age,
    estimate: masteryOf(
      scores.map((score) => ({ score, at: new Date(now.getTime() - age * day) })),
      now,
    )!,
  }))
  return (
    <>
      <p>
        The share that you would answer right is unknown, so it has a distribution. It starts
        uniform, Beta(1, 1). An answer with score <i className="symbol">s</i> that is{' '}
        <i className="symbol">t</i> days old adds <i className="symbol">ws</i> to the first
        parameter and <i className="symbol">w</i>(1 − <i className="symbol">s</i>) to the second,
        with
      </p>
      <p className={styles.formula}>
        <i className="symbol">w</i> = 2<sup>−t/{halfLife}</sup>
      </p>
      <p>
        so an answer counts half after {halfLife} days. Old evidence fades towards not knowing, not
        towards knowing nothing. Drawn are the density, the median, and the interval from the 10 %
        to the 90 % quantile. With fewer than {fewest} answers there is no estimate.
      </p>
      <Rows
        caption={`Six answers with scores ${scores.join(', ')}`}
        head={['Age of the six answers', 'Beta', 'Median', '80 % interval']}
        rows={estimates.map(({ age, estimate }) => [
          age === 0 ? 'today' : `${age} days`,
          `(${estimate.a.toFixed(2)}, ${estimate.b.toFixed(2)})`,
          percent(estimate.median),
          percents(estimate.low, estimate.high),
        ])}
      />
      <p>
        The six scores are {scores.join(', ')}. What counts: every graded item, and a rubric with
        its quoted end. Of several answers to one item on one day the first counts, since the others
        have seen the key; predictions do not. What the estimate leaves out: items differ in
        difficulty, and answers to one question are not independent, so the interval is narrower
        than it should be when many answers come from few questions.
      </p>
      <OwnNumbers part="mastery" />
    </>
  )
}
