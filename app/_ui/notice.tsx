import type { ComponentProps, ReactNode } from 'react'
import { DoneIcon, ErrorIcon, WarningIcon } from './icon.tsx'
import styles from './notice.module.css'

const icons = { ok: DoneIcon, warn: WarningIcon, bad: ErrorIcon }

/**
 * A sentence about what has happened: what, what was kept, what to do. The tone adds an edge and an
 * icon; the words must say the same. `live` announces it when it appears ("status" politely).
 */
export function Notice({
  tone,
  title,
  live,
  children,
  ...rest
}: {
  tone: keyof typeof icons
  title?: string
  live?: 'status' | 'alert'
  children?: ReactNode
} & Pick<ComponentProps<'div'>, 'id' | 'tabIndex' | 'ref'>) {
  const Icon = icons[tone]
  return (
    <div {...rest} role={live} className={`${styles.notice} ${styles[tone]}`}>
      <span className={styles.icon}>
        <Icon />
      </span>
      <div>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
