import type { ReactNode } from 'react'
import styles from './chip.module.css'

/** A fact in a header: its name in a quiet ink, its value in full ink. A row of them is `<Chips>`. */
export function Chip({
  name,
  className = '',
  children,
}: {
  name?: string
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <li className={`${styles.chip} ${className}`}>
      {name && <span className={styles.name}>{name} </span>}
      {children}
    </li>
  )
}

export function Chips({ children }: { children: ReactNode }) {
  return <ul className="chips">{children}</ul>
}
