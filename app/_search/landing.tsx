import type { ReactNode } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { Row } from '#lib/search/listing.ts'
import styles from './landing.module.css'
import type { Names } from './names.ts'
import { QuestionList } from './question-list.tsx'

type Props = {
  trail: { href: string; name: string }[]
  title: string
  /** what is here, and on what evidence */
  lead: ReactNode
  /** of the interview that is made of these questions */
  interview: string
  /** of the same list on /questions, where it can be narrowed */
  list: string
  rows: readonly Row[]
  names: Names
  /** stands before the questions */
  before?: ReactNode
  children?: ReactNode
}

/** A page that gathers the questions of a topic or a company. */
export function Landing({
  trail,
  title,
  lead,
  interview,
  list,
  before,
  children,
  ...shown
}: Props) {
  return (
    <div className={`page ${styles.landing}`}>
      <nav aria-label="Where this is" className={styles.trail}>
        {trail.map(({ href, name }) => (
          <Link key={href} href={href}>
            {name}
          </Link>
        ))}
      </nav>
      <h1 className="title">{title}</h1>
      <p className={styles.lead}>{lead}</p>
      <div className={styles.ways}>
        <ButtonLink look="primary" href={interview}>
          Create this interview
        </ButtonLink>
        <ButtonLink href={list}>Search and filter these</ButtonLink>
      </div>
      {before}
      <QuestionList {...shown} />
      {children}
    </div>
  )
}
