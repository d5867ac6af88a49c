import type { ReactNode } from 'react'
import styles from './entrance.module.css'

/** The two pages that lead into an account: a title, the form, and what an account is for. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={`page ${styles.entrance}`}>
      <h1 className="title">{title}</h1>
      <div className={styles.form}>{children}</div>
      <aside className={styles.note} aria-label="What an account is for">
        <h2 className="label">What an account is for</h2>
        <ul>
          <li>Your answers, marks and drafts follow you to another browser.</li>
          <li>What you answered here before comes with you: nothing is lost.</li>
          <li>
            Reading and practising need none. Without one, an anonymous cookie on this browser leads
            to your answers.
          </li>
        </ul>
      </aside>
    </div>
  )
}
