import { Link } from '#app/_ui/link.tsx'
import { Chip, Chips } from '#app/_ui/chip.tsx'
import styles from './question-header.module.css'

export type Fact = {
  name: string
  value: string
  /** hidden by blind mode until the question is answered */
  isTelling?: boolean
}
export type Crumb = { title: string; href: string }

/** Breadcrumb, the question as title, and what is known of where it was asked. */
export function QuestionHeader({
  title,
  trail,
  facts,
}: {
  title: string
  /** From the widest topic to the question's own. */
  trail: Crumb[]
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
            <li key={topic.href}>
              <Link href={topic.href}>{topic.title}</Link>
            </li>
          ))}
        </ol>
      </nav>
      <h1 className="title">{title}</h1>
      <Chips>
        {facts.map(({ name, value, isTelling }) => (
          <Chip key={name} name={name} {...(isTelling && { className: styles.telling })}>
            {value}
          </Chip>
        ))}
      </Chips>
      <p className={styles.blind}>
        Level and company are hidden until you have answered:{' '}
        <Link href="/account#this-browser">blind mode</Link>.
      </p>
    </header>
  )
}
