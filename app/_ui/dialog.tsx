import { type ReactNode, useEffect, useRef } from 'react'
import styles from './dialog.module.css'

type Props = {
  label: string
  onClose: () => void
  className?: string | undefined
  children: ReactNode
}

/**
 * Over the page, and open as long as it is drawn. The browser holds the focus in it, closes it on
 * Escape and gives the focus back to where it was.
 */
export function Dialog({ label, onClose, className = '', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current!
    shown.showModal()
    return () => shown.close()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape does the same
    <dialog
      ref={dialog}
      aria-label={label}
      className={`${styles.dialog} ${className}`}
      onClose={onClose}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div>{children}</div>
    </dialog>
  )
}
