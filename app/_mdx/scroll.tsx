import type { ReactNode } from 'react'
import styles from './prose.module.css'

/** What is wider than a phone scrolls in its own box, by finger and by keyboard; never the page. */
export function Scroll({ label, children }: { label: string; children?: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls takes focus
    <div role="group" aria-label={label} tabIndex={0} className={styles.scroll}>
      {children}
    </div>
  )
}
