import { Rows } from '#app/about/article.tsx'
import { percents } from '#app/_progress/words.ts'
import { comparisonInWords, standingOf, tally } from '#lib/interview/report.ts'

/** Right answers of ten, of an interview and of the one before it. */
const pairs = [
  [7, 5],
  [9, 3],
] as const

const words = { above: 'more than chance', below: 'less than before', overlapping: 'not settled' }

export function ReportPart() {
  const [first] = pairs
  return (
    <>
      <p>
        A report has two numbers, and never makes one of them. What a machine graded is counted as
        right answers, partial ones as fractions; what you saw and did not answer counts 0, what you
        never opened does not count, and a prediction is left out. The interval is the middle 80 %
        of a Beta posterior on your chance of answering such a question right, with a uniform prior.
        Answers in words count by the range of their rubric, 0 to 100 % until you have marked them;
        the report shows the mean of the low ends and of the high ends.
      </p>
      <p>
        Two interviews are compared by their intervals: where they overlap, the answers settle
        nothing. The topics of an interview are estimated at its end, with its own answers and
        without them, by machine-graded answers alone.
      </p>
      <Rows
        caption="Two interviews of ten machine-checked questions each"
        head={['Right now', '80 % interval', 'Right in the last one', '80 % interval', 'Settled?']}
        rows={pairs.map(([now, last]) => {
          const [mine, theirs] = [ofTen(now), ofTen(last)]
          return [
            `${now} of 10`,
            percents(mine.low, mine.high),
            `${last} of 10`,
            percents(theirs.low, theirs.high),
            words[standingOf(mine, theirs)],
          ]
        })}
      />
      <p>
        The sentence that the first pair makes: “
        {comparisonInWords(ofTen(first[0]), ofTen(first[1]))}”
      </p>
      <p>
        At the end each question of the interview gets its next review: by the mean of its
        machine-checked items, or, where it had none, by its answer in words, whose quoted end is 0
        until you mark it. Saving the marks plans that review anew, by the lower of the two where a
        question had both.
      </p>
    </>
  )
}

function ofTen(right: number) {
  return tally(Array.from({ length: 10 }, (_, nth) => Number(nth < right)))!
}
