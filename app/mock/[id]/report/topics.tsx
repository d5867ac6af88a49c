import { Ranges } from '#app/_progress/ranges.tsx'
import { count, percents } from '#app/_progress/words.ts'
import { Link } from '#app/_ui/link.tsx'
import type { Report } from '#app/mock/[id]/requests.ts'
import { ridge } from '#lib/learning/ridge.ts'
import type { TopicChange } from '#lib/study/open-report.ts'
import styles from './report.module.css'

const changes = {
  higher: 'higher than before: the two intervals do not overlap',
  lower: 'lower than before: the two intervals do not overlap',
  'not settled': 'before and after overlap: nothing is settled',
}

const KEY =
  'Chance of answering right, by machine-checked answers alone: dashed before, filled after. Bar: 80\u00A0% interval, tick: median.'

/** What the interview has changed about its topics: before dashed, after filled. */
export function Topics({ report: { topics } }: { report: Report }) {
  if (topics.length === 0) return null
  const known = topics.filter(({ after }) => after !== null)
  const few = topics.filter(({ after }) => after === null)
  return (
    <section aria-labelledby="topics" className={styles.section}>
      <h2 id="topics" className="section-title">
        What this interview changed
      </h2>
      {known.length > 0 && (
        <Ranges
          label={`Your chance of answering right. ${known.map(inWords).join(' ')}`}
          rows={known.map(({ title, answers, before, after }) => ({
            name: title,
            text: percents(after!.low, after!.high),
            note: `n ${answers}`,
            estimate: { ...after!, middle: after!.median },
            ridge: ridge(after!, 121),
            before: before ? ridge(before, 121) : undefined,
          }))}
        />
      )}
      {known.length > 0 && (
        <ul className={styles.changes}>
          {known.map((topic) => (
            <li key={topic.title}>{inWords(topic)}</li>
          ))}
        </ul>
      )}
      {few.length > 0 && (
        <p className="small muted">
          It takes four answers to say anything: so far {few.map(fewInWords).join(', ')}.
        </p>
      )}
      <p className="small dim">
        {known.length > 0 && KEY} The answers behind it are in{' '}
        <Link href="/progress#history">your history</Link>.{' '}
        <Link href="/about/scoring#report">How this is computed</Link>
      </p>
    </section>
  )
}

function fewInWords({ title, answers }: TopicChange): string {
  return `${answers} on ${title.toLowerCase()}`
}

function inWords({ title, answers, change, before }: TopicChange): string {
  if (!before) return `${title}: the first estimate, from ${count(answers, 'answer')}.`
  return `${title}: ${changes[change ?? 'not settled']}.`
}
