import { Rows } from '#app/about/article.tsx'
import { percent } from '#app/_progress/words.ts'
import styles from '#app/about/about.module.css'
import { type Card, type Grade } from '#lib/learning/card.ts'
import { absence, reentrySize } from '#lib/learning/queue.ts'
import { days, decay, newCard, recall, review } from '#lib/learning/schedule.ts'

const start = new Date('2026-01-01T12:00:00Z')
const names = ['Again', 'Hard', 'Good', 'Easy'] as const

export function SchedulePart() {
  const first = ([1, 2, 3, 4] as const).map((grade) => reviewed([grade]))
  const good = [1, 2, 3, 4, 5].map((times) => reviewed(Array.from({ length: times }, () => 3)))
  const stable = good[2]!
  return (
    <>
      <p>
        Questions, and key points that you missed, are cards. FSRS, version 6 with its default
        weights, keeps two numbers for each: its difficulty, and its <em>stability</em>{' '}
        <i className="symbol">S</i>, the days until the chance of recall has fallen to 90 %. After{' '}
        <i className="symbol">t</i> days the chance is
      </p>
      <p className={styles.formula}>
        <i className="symbol">R</i> = (1 + <i className="symbol">f</i> <i className="symbol">t</i> /{' '}
        <i className="symbol">S</i>)<sup>−{decay}</sup>, with <i className="symbol">f</i> such that{' '}
        <i className="symbol">R</i> = 0.9 at <i className="symbol">t</i> ={' '}
        <i className="symbol">S</i>,
      </p>
      <p>
        a power and not an exponential: a card with <i className="symbol">S</i> ={' '}
        {stable.stability.toFixed(0)} days is recalled with {percent(after(stable, 1))} after those,{' '}
        {percent(after(stable, 2))} after twice and {percent(after(stable, 10))} after ten times as
        many. A card is due when 90 % is reached, rounded to whole days.
      </p>
      <Rows
        caption="The first grade of a card"
        head={['First grade', 'Suggested by a score', 'Comes back in']}
        rows={names.map((name, i) => [
          name,
          ['below 50 %', 'from 50 % to below 80 %', '80 % or more', 'never: yours alone'][i],
          waitInWords(first[i]!),
        ])}
      />
      <p>
        Graded Good each time it is due, a card comes back after{' '}
        {good.map((card) => waitInWords(card)).join(', then ')}. The first Again of a card brings it
        back in ten minutes. You may choose another date for any card: its memory is left alone.
      </p>
      <p>
        Of what is due, weight × (1 − <i className="symbol">R</i>) decides the order, and your
        minutes a day decide where it ends; the rest waits and is not counted. To recall a question
        is planned with a third of the minutes that it takes to answer, a key point with one. After
        more than {absence} days without a review you meet {reentrySize} cards. A question that you
        have parked waits: its cards are neither in a day’s reviews nor in the forecast.
      </p>
    </>
  )
}

function reviewed(grades: readonly Grade[]): Card {
  return grades.reduce(
    (card, grade) => review(card, grade, card.lastReview === null ? start : card.due),
    newCard({ questionId: 'example-0001', keyPointId: '' }, start),
  )
}

/** @param times its stability */
function after(card: Card, times: number): number {
  const at = card.lastReview!.getTime() + times * card.stability * 86_400_000
  return recall(card, new Date(at))
}

function waitInWords(card: Card): string {
  const wait = days(card.lastReview!, card.due)
  if (wait < 1) return `${Math.round(wait * 1440)} minutes`
  return `${Math.round(wait)} ${Math.round(wait) === 1 ? 'day' : 'days'}`
}
