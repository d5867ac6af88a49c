import { Link } from '#app/_ui/link.tsx'
import { companies, type Question } from '#lib/content/questions.ts'
import styles from './questions.module.css'

/** One question of a list: what it asks, what it is, from whom, for whom and how long. */
export async function QuestionRow({ question }: { question: Question }) {
  const asked = await askedAt(question)
  return (
    <li className={styles.row}>
      <Link href={`/questions/${question.slug}`} className={styles.name}>
        {question.title}
      </Link>
      <p className={styles.level}>{levelRange(question.levels)}</p>
      <p className={styles.time}>{question.minutes} min</p>
      <p className={styles.meta}>
        <span>{sentenceCase(question.kind)}</span>
        {question.body.includes('<Demo ') && <span>Live figure</span>}
        {asked.length > 0 && <span>Asked at {asked.join(', ')}</span>}
      </p>
    </li>
  )
}

async function askedAt(question: Question) {
  const names = await companies()
  const ids = new Set(question.encounters.map((each) => each.company))
  return [...ids].map((id) => names.get(id)?.title ?? id)
}

/** "Senior", or "Intern to senior": levels stand in the order of seniority. */
function levelRange(levels: Question['levels']) {
  const inOrder = (['intern', 'mid', 'senior'] as const).filter((level) => levels.includes(level))
  const ends = inOrder.length > 1 ? [inOrder[0]!, inOrder.at(-1)!] : inOrder
  return sentenceCase(ends.join(' to '))
}

function sentenceCase(words: string) {
  return words.charAt(0).toUpperCase() + words.slice(1).replaceAll('-', ' ')
}
