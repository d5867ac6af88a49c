import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'

export type ButtonLook = {
  /** `primary` is ink, at most one a view; `plain` has an edge; `bare` has none. */
  look?: 'primary' | 'plain' | 'bare'
  /** The key that does the same, shown beside the label ("Space", "Enter"). */
  keys?: string
}

export function Button({
  look,
  keys,
  className,
  children,
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return (
    <button type="button" {...rest} className={buttonClass(look, className)}>
      {withKeys(children, keys)}
    </button>
  )
}

/** For what must look like a button and is none (see button-link.tsx). */
export function buttonClass(look: ButtonLook['look'] = 'plain', className = '') {
  return [styles.button, styles[look], className].filter(Boolean).join(' ')
}

export function withKeys(children: ReactNode, keys: string | undefined) {
  if (!keys) return children
  return (
    <>
      {children}
      <kbd aria-hidden="true" className={styles.keys}>
        {keys}
      </kbd>
    </>
  )
}
