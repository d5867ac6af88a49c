import { Rows } from '#app/about/article.tsx'
import { percent, percents } from '#app/_progress/words.ts'
import { forecast } from '#lib/learning/forecast.ts'
import { lightestPlan } from '#lib/learning/plan.ts'
import { recall } from '#lib/learning/schedule.ts'
import { dayNumber, randomOf, simulateCoverage, someCards } from '#lib/learning/simulate.ts'
import { OwnNumbers } from './own-numbers.tsx'

const on = dayNumber(14)
const target = 0.9
const cards = someCards(randomOf(4), 8)

export function ForecastPart() {
  const before = forecast(cards, on)!
  const plan = lightestPlan(cards, on, {
    days: Array.from({ length: 14 }, (_, i) => dayNumber(i)),
    minutesOf: () => 3,
    target,
    most: 20,
  })
  const coverage = simulateCoverage({ learners: 2000, cards: 12, seed: 20261123 })
  return (
    <>
      <p>
        On the day of your interview each card is recalled or not, with the chance{' '}
        <i className="symbol">R</i> of its own forgetting curve. The mean of these is what to
        expect. The range is that of the number recalled: its exact distribution (the Poisson
        binomial), from the 10 % to the 90 % quantile. Counts are whole, so at least 80 % of
        outcomes lie in it.
      </p>
      <p>
        Eight cards whose chances in two weeks are{' '}
        {cards.map((card) => percent(recall(card, on))).join(', ')}:
      </p>
      <Rows
        caption="Eight cards in two weeks"
        head={['', 'Expected', 'Range', 'Reviews', 'Minutes a day, at most']}
        rows={[
          ['reviewing nothing', percent(before.expected), percents(before.low, before.high), 0, 0],
          [
            `the smallest plan for ${percent(target)}`,
            percent(plan.forecast!.expected),
            percents(plan.forecast!.low, plan.forecast!.high),
            plan.reviews.length,
            Math.max(...plan.minutes),
          ],
        ]}
      />
      <p>
        The plan adds, one after the other, the review that gains most per minute, each card at most
        once, until the mean reaches your target; among days with room it takes the one that gains
        most, and of all daily limits the least that still suffices. A review’s own outcome is
        uncertain, so its gain is the mean over remembering and forgetting. Plans use the last four
        weeks before the date.
      </p>
      <p>
        Is the range honest? Of {coverage.learners.toLocaleString('en-GB')} simulated learners who
        forget exactly by the model, {(100 * coverage.covered).toFixed(1)} % ended inside theirs;
        the distributions say {(100 * coverage.stated).toFixed(1)} %. Two things it cannot know: the
        default weights are an average over other people’s cards, not fitted to yours; and cards of
        one topic are forgotten together, so the true range is somewhat wider.
      </p>
      <OwnNumbers part="forecast" />
    </>
  )
}
