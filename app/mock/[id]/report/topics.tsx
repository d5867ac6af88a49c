import { Ranges } from '#app/_progress/ranges.tsx'
import { count, percents } from '#app/_progress/words.ts'
import { Link } from '#app/_ui/link.tsx'
import type { Report } from '#app/mock/[id]/requests.ts'
import { ridge } from '#lib/learning/ridge.ts'
import type { ReportLine, TopicChange } from '#lib/study/open-report.ts'
import { checkedLines, placeOf, scoreOf } from './reading.ts'
import styles from './report.module.css'

const changes = {
  higher: 'higher than before: the two intervals do not overlap',
  lower: 'lower than before: the two intervals do not overlap',
  'not settled': 'before and after overlap: nothing is settled',
}

const KEY =
  'Chance of answering right, by machine-checked answers alone: dashed before, filled after. Bar: 80\u00A0% interval, tick: median.'

/** What the interview has changed about its topics: before dashed, after filled. */
export function Topics({ report }: { report: Report }) {
  const { topics } = report
  if (topics.length === 0) return null
  const known = topics.filter(({ after }) => after !== null)
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
      <ul className={styles.changes}>
        {topics.map((topic) => (
          <li key={topic.id}>
            {inWords(topic)} <Behind topic={topic} lines={checkedLines(report)} />
          </li>
        ))}
      </ul>
      <p className="small dim">
        {known.length > 0 && KEY} <Link href="/about/scoring#report">How this is computed</Link>
      </p>
    </section>
  )
}

/** The answers that an estimate is made of: those of this interview, and all. */
function Behind({ topic, lines }: { topic: TopicChange; lines: readonly ReportLine[] }) {
  const own = lines.filter(
    (line) => topic.questionIds.includes(line.questionId) && scoreOf(line) !== null,
  )
  return (
    <span className={styles.behind}>
      {own.map((line) => (
        <a key={line.position} href={placeOf(line)}>
          <span className="visually-hidden">Question </span>
          <span aria-hidden="true">Q</span>
          {line.position + 1}
        </a>
      ))}
      <Link href={`/progress?topic=${topic.id}#history`}>
        all answers
        <span className="visually-hidden"> on {topic.title.toLowerCase()}</span>
      </Link>
    </span>
  )
}

function inWords({ title, answers, change, before, after }: TopicChange): string {
  if (!after) return `${title}: ${count(answers, 'answer')} so far; an estimate takes four.`
  if (!before) return `${title}: the first estimate, from ${count(answers, 'answer')}.`
  return `${title}: ${changes[change ?? 'not settled']}.`
}
