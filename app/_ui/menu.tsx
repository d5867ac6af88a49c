'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef, type ReactNode } from 'react'
import styles from './header.module.css'

/**
 * The narrow header's menu: a plain disclosure that opens without JavaScript, and closes with it.
 * Its summary is among the children. A new path is a new element, so it is closed again on every page.
 */
export function Menu({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null)
  const path = usePathname()

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key === 'Escape' && menu.current?.open) {
        menu.current.open = false
        menu.current.querySelector('summary')?.focus()
      }
    }
    function onPointer(event: PointerEvent) {
      if (!menu.current?.contains(event.target as Node)) menu.current?.removeAttribute('open')
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [])

  return (
    <details key={path} ref={menu} className={styles.menu}>
      {children}
    </details>
  )
}
