import type { Metadata } from 'next'
import { People } from './people.tsx'
import styles from './people.module.css'

export const metadata: Metadata = { title: 'People and roles', robots: { index: false } }

/** The same for everybody; who is no administrator gets no names. */
export default function PeoplePage() {
  return (
    <div className={`page ${styles.page}`}>
      <h1 className="title">People and roles</h1>
      <p className={styles.lead}>
        Readers practise. Authors also see drafts, answer keys, statistics and reports under Write.
        Administrators give roles. Whoever gets another role is signed out everywhere and signs in
        anew.
      </p>
      <People />
    </div>
  )
}
