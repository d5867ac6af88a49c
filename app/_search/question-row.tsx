import { Link } from '#app/_ui/link.tsx'
import type { Level } from '#lib/search/entry.ts'
import type { Row } from '#lib/search/listing.ts'
import { Marked } from './marked.tsx'
import { labelOf, type Names, sentenceCase } from './names.ts'
import { RecallStrip } from './recall-strip.tsx'
import styles from './rows.module.css'
import { StatusMark } from './status-mark.tsx'
import { TrayToggle } from './tray-toggle.tsx'
import type { QuestionStatus } from './use-statuses.ts'

type Props = { question: Row; names: Names; standing: QuestionStatus | undefined }

/** One question of a list: how the reader stands with it, what it asks, what it is, how long it takes. */
export function QuestionRow({ question, names, standing }: Props) {
  const { slug, title, terms, inAnswer, topic, kind, figure, companies } = question
  return (
    <li className={styles.row}>
      <span className={styles.mark}>
        <StatusMark status={standing?.status ?? 'new'} />
      </span>
      <Link
        href={`/questions/${slug}`}
        className={styles.name}
        data-row={question.id}
        data-minutes={question.minutes}
      >
        <Marked text={title} terms={terms} />
      </Link>
      <p className={styles.level}>{levelRange(question.levels)}</p>
      <p className={styles.recall}>
        <RecallStrip grades={standing?.grades ?? []} />
      </p>
      <p className={styles.time}>{question.minutes} min</p>
      <span className={styles.add}>
        <TrayToggle question={question} />
      </span>
      <p className={styles.meta}>
        <span className={styles.narrow}>
          {levelRange(question.levels)} · {question.minutes} min
        </span>
        <span>{labelOf(names, 'topic', topic)}</span>
        <span>{sentenceCase(kind)}</span>
        {figure && <span>Live figure</span>}
        {companies.length > 0 && (
          <span>
            Asked at {companies.map((each) => labelOf(names, 'company', each)).join(', ')}
          </span>
        )}
        {standing?.starred && <span>Starred</span>}
        {standing?.parked && <span>Parked</span>}
        {inAnswer.length > 0 && (
          <span>
            In its answer: <mark>{inAnswer.slice(0, 3).join(', ')}</mark>
          </span>
        )}
      </p>
    </li>
  )
}

/** "Senior", or "Intern to senior": levels stand in the order of seniority. */
function levelRange(levels: readonly Level[]) {
  const ends = levels.length > 1 ? [levels[0]!, levels.at(-1)!] : levels
  return sentenceCase(ends.join(' to '))
}
