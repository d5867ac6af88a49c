import { count, dayAndMonth, percent, percents } from '#app/_progress/words.ts'
import type { ReviewPlan } from '#lib/study/open-forecast.ts'
import styles from './progress.module.css'

/** The smallest set of reviews that reaches the target, and what it takes a day. */
export function Plan({ plan, target, today }: { plan: ReviewPlan; target: number; today: string }) {
  const { reviews, expected, days } = plan
  return (
    <section aria-labelledby="plan" className={styles.plan}>
      <h3 id="plan" className="label">
        The smallest plan
      </h3>
      <p>{planInWords(plan, target)}</p>
      {reviews > 0 && (
        <>
          <p className="small muted">
            Then {percent(expected.expected)} is to be expected,{' '}
            {percents(expected.low, expected.high)} in at least 80 % of outcomes. Reviews that fall
            due before come on top, and change it.
          </p>
          <details>
            <summary>Day by day</summary>
            <ul className={styles.days}>
              {days.map(({ day, cards, minutes }) => (
                <li key={day}>
                  <span>{dayAndMonth(day, today)}</span>
                  <span>{count(cards, 'card')}</span>
                  <span>{minutes} min</span>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  )
}

function planInWords({ reviews, minutes, days, reached, needed }: ReviewPlan, target: number) {
  if (reviews === 0 && reached) return 'Nothing more is needed to reach your target.'
  const what = `${count(reviews, 'review')} on ${count(days.length, 'day')}, at most ${count(minutes, 'minute')} a day`
  if (reached) return `${what}, brings you to ${percent(target)}.`
  const within = reviews === 0 ? 'No review fits' : `${what}, is the most that fits`
  return needed === null
    ? `${within}; one more review of each card does not reach ${percent(target)} by then.`
    : `${within} into the minutes you give a day. ${count(needed, 'minute')} a day would reach ${percent(target)}.`
}
