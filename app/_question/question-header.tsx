import { Link } from '#app/_ui/link.tsx'
import { Chip, Chips } from '#app/_ui/chip.tsx'
import styles from './question-header.module.css'

export type Fact = { name: string; value: string }

/** Breadcrumb, the question as title, and what is known of where it was asked. */
export function QuestionHeader({
  title,
  trail,
  facts,
}: {
  title: string
  /** Titles from the widest topic to the question's own. */
  trail: string[]
  facts: Fact[]
}) {
  return (
    <header className={styles.header}>
      <nav aria-label="Breadcrumb" className={styles.crumb}>
        <ol>
          <li>
            <Link href="/questions">Questions</Link>
          </li>
          {trail.map((topic) => (
            <li key={topic}>{topic}</li>
          ))}
        </ol>
      </nav>
      <h1 className="title">{title}</h1>
      <Chips>
        {facts.map(({ name, value }) => (
          <Chip key={name} name={name}>
            {value}
          </Chip>
        ))}
      </Chips>
    </header>
  )
}
