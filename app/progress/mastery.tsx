import { Ranges } from '#app/_progress/ranges.tsx'
import { count, percent, percents } from '#app/_progress/words.ts'
import { Link } from '#app/_ui/link.tsx'
import { ridge } from '#lib/learning/ridge.ts'
import type { TopicMastery } from '#lib/study/open-progress.ts'
import { Plate } from './plate.tsx'
import styles from './progress.module.css'

/** One ridge a topic: what a reader is likely to answer right, and how little or much says so. */
export function Mastery({ topics, answers }: { topics: readonly TopicMastery[]; answers: number }) {
  const known = topics.filter(({ estimate }) => estimate !== null)
  return (
    <Plate
      number={1}
      title="What you are likely to answer right, by topic"
      tables={answers === 0 ? [] : [tableOf(topics)]}
      collar={[
        count(answers, 'graded answer'),
        'Ridge: Beta posterior, uniform prior; an answer counts half after 45 days',
        'Bar: 80 % interval, tick: median',
      ]}
      below={
        <p className={styles.remark}>
          {remark(topics)} <Link href="/about/scoring#mastery">How this is computed</Link>
        </p>
      }
    >
      {answers === 0 ? (
        <p className={styles.none}>
          No graded answer yet. A topic gets its ridge after four: items under “Check yourself”, and
          rubrics that you filled in.
        </p>
      ) : (
        <Ranges
          label={
            known.length === 0
              ? 'No topic has four answers yet.'
              : `${count(known.length, 'topic')} with an estimate, from ${known[0]!.title}, median ${percent(known[0]!.estimate!.median)}, to ${known.at(-1)!.title}, median ${percent(known.at(-1)!.estimate!.median)}.`
          }
          rows={topics.map(({ title, answers: n, estimate }) => ({
            name: title,
            text: estimate ? percents(estimate.low, estimate.high) : noEstimate(n),
            note: estimate ? `n ${n}` : undefined,
            estimate: estimate && { ...estimate, middle: estimate.median },
            ridge: estimate ? ridge(estimate, 121) : undefined,
          }))}
        />
      )}
    </Plate>
  )
}

function noEstimate(n: number): string {
  return n === 0 ? 'no answer yet' : `${n} of 4 answers`
}

function tableOf(topics: readonly TopicMastery[]) {
  const blank = 'no estimate yet'
  return {
    caption: 'What you are likely to answer right',
    columns: ['Answers', 'Median', 'From', 'To'].map((label) => ({ label })),
    rows: topics.map(({ title, answers, estimate }): [string, ...(string | number)[]] => [
      title,
      answers,
      ...(estimate
        ? [percent(estimate.median), percent(estimate.low), percent(estimate.high)]
        : [blank, '–', '–']),
    ]),
  }
}

/** Which topic a few more answers would tell most about. */
function remark(topics: readonly TopicMastery[]): string {
  const widest = topics
    .filter(({ estimate }) => estimate !== null)
    .toSorted((a, b) => width(b) - width(a))[0]
  if (topics.filter(({ estimate }) => estimate !== null).length === 1)
    return 'A wide ridge means little evidence, not little skill: more answers narrow it.'
  if (widest === undefined) return 'Fewer than four answers on a topic say too little to draw.'
  return `A wide ridge means little evidence, not little skill. A few more questions on ${widest.title.toLowerCase()} would narrow it most.`
}

function width({ estimate }: TopicMastery): number {
  return estimate ? estimate.high - estimate.low : 0
}
