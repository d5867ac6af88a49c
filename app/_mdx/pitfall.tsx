import type { ReactNode } from 'react'
import type { PropsOf } from '#lib/content/vocabulary.ts'
import styles from './pitfall.module.css'

export function Pitfall({ title, children }: PropsOf<'Pitfall'> & { children?: ReactNode }) {
  return (
    <div role="note" className={styles.pitfall}>
      <p className={styles.title}>
        <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
          <path d="M8 1.8 15 14H1z M8 6v3.6 M8 11.4v.4" fill="none" stroke="currentColor" />
        </svg>
        <span>Pitfall</span>
        {title}
      </p>
      {children}
    </div>
  )
}
