import type { ReactNode } from 'react'
import styles from './chip.module.css'

/** A fact in a header: its name in a quiet ink, its value in full ink. A row of them is `<Chips>`. */
export function Chip({ name, children }: { name?: string; children: ReactNode }) {
  return (
    <li className={styles.chip}>
      {name && <span className={styles.name}>{name} </span>}
      {children}
    </li>
  )
}

export function Chips({ children }: { children: ReactNode }) {
  return <ul className="chips">{children}</ul>
}
