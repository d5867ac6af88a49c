import type { ReactNode } from 'react'
import styles from './footer.module.css'

export function Footer({ children }: { children: ReactNode }) {
  return (
    <footer className={styles.footer}>
      <div className="page">{children}</div>
    </footer>
  )
}
