import { Rows } from '#app/about/article.tsx'
import { percent, percents } from '#app/_progress/words.ts'
import { calibration, calibrationInWords, enough } from '#lib/learning/calibration.ts'
import { OwnNumbers } from './own-numbers.tsx'

const names = ['Guess', 'Leaning', 'Fairly sure', 'Certain']

/** How many were given with each confidence, and how many of them were right. */
const given = [
  [10, 3],
  [9, 5],
  [12, 8],
  [14, 10],
] as const

export function CalibrationPart() {
  const answers = given.flatMap(([n, right], confidence) =>
    Array.from({ length: n }, (_, i) => ({
      confidence: confidence as 0 | 1 | 2 | 3,
      score: i < right ? 1 : 0,
    })),
  )
  const bins = calibration(answers)
  return (
    <>
      <p>
        Predictions, the items of a question and mock interviews ask how sure you are. Each of the
        four words is counted apart: the mean score of its answers, and the middle 80 % of a Beta
        posterior on it with a uniform prior. Only answers that a machine graded count. Words are
        made of it from {enough} answers on.
      </p>
      <Rows
        caption="An example of forty-five answers"
        head={['How sure', 'Answers', 'Right', '80 % interval']}
        rows={bins.map(({ confidence, answers: n, share, low, high }) => [
          names[confidence],
          n,
          percent(share!),
          percents(low, high),
        ])}
      />
      <p>The sentence that it makes: “{calibrationInWords(bins)}”</p>
      <OwnNumbers part="calibration" />
    </>
  )
}
