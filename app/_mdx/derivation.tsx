import type { ReactNode } from 'react'
import type { PropsOf } from '#lib/content/vocabulary.ts'
import styles from './derivation.module.css'

/** Steps to be tried before they are opened. The compiler makes them of the author's list. */
export function Derivation({
  title,
  open,
  children,
}: PropsOf<'Derivation'> & { children?: ReactNode }) {
  return (
    <div role="group" aria-label={`Derivation: ${title}`} className={styles.derivation}>
      <p className={styles.title}>{title}</p>
      {open ? null : (
        <p className={`${styles.how} screen-only`}>Try each step before you open it.</p>
      )}
      <ol className={styles.steps}>{children}</ol>
    </div>
  )
}

/** @param bare nothing to unfold: the step is what is said */
export function Step({ open, bare, children }: { open?: true; bare?: true; children?: ReactNode }) {
  return (
    <li className={bare ? styles.bare : undefined}>
      {bare ? children : <details open={open}>{children}</details>}
    </li>
  )
}

export function StepSummary({ children }: { children?: ReactNode }) {
  return (
    <summary>
      <span>{children}</span>
      <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true">
        <path d="M2 4.5 6 8.5l4-4" fill="none" stroke="currentColor" strokeWidth={1.5} />
      </svg>
    </summary>
  )
}
