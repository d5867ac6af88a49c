import type { ReactNode } from 'react'
import styles from './prose.module.css'

export function Aside({ children }: { children?: ReactNode }) {
  return (
    <div role="note" className={styles.aside}>
      {children}
    </div>
  )
}
