import type { ReactNode } from 'react'
import styles from './when.module.css'

/** Situation, choice, because. Its rows stack on a narrow screen. */
export function When({ children }: { children?: ReactNode }) {
  return <div className={styles.when}>{children}</div>
}
