import { Ranges } from '#app/_progress/ranges.tsx'
import { count, percent, percents } from '#app/_progress/words.ts'
import { type Bin, enough } from '#lib/learning/calibration.ts'
import { Plate } from './plate.tsx'
import styles from './progress.module.css'

const names = ['Guess', 'Leaning', 'Fairly sure', 'Certain']

/** How sure, and how often right: drawn for what was said often enough. */
export function Calibration({ bins, inWords }: { bins: readonly Bin[]; inWords: string }) {
  const answers = bins.reduce((sum, bin) => sum + bin.answers, 0)
  return (
    <Plate
      number={5}
      title="How sure you were, and how often right"
      tables={answers === 0 ? [] : [tableOf(bins)]}
      collar={[
        `${count(answers, 'answer')} with a confidence, graded by the machine: predictions, items and mock interviews`,
        'Bar: 80 % interval, tick: share right',
      ]}
    >
      <p className={styles.finding}>{inWords}</p>
      {bins.some((bin) => bin.answers >= enough) && (
        <Ranges
          label={inWords}
          rows={bins.map(({ confidence, answers: n, share, low, high }) => ({
            name: names[confidence]!,
            text: n < enough ? `${n} of ${enough} answers` : percents(low, high),
            note: n < enough ? undefined : `n ${n}`,
            estimate: n < enough ? null : { low, high, middle: share! },
          }))}
        />
      )}
    </Plate>
  )
}

function tableOf(bins: readonly Bin[]) {
  return {
    caption: 'Right, by how sure you were',
    columns: ['Answers', 'Right', 'From', 'To'].map((label) => ({ label })),
    rows: bins.map(
      ({ confidence, answers, share, low, high }): [string, ...(string | number)[]] => [
        names[confidence]!,
        answers,
        share === null ? '–' : percent(share),
        ...(share === null ? ['–', '–'] : [percent(low), percent(high)]),
      ],
    ),
  }
}
