'use client'

import { useLayoutEffect, type ReactNode } from 'react'
import styles from './header.module.css'
import { paper, themeFromHead } from './theme.ts'

/**
 * Served by the script in <head> (theme.ts), so it works before anything else has loaded. Where Next
 * gives up a page's HTML for an error, React draws all of it in the browser, and scripts that come to
 * be in that way do not run: then this runs it, before the first paint.
 */
export function ThemeSwitch({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    if (document.documentElement.dataset.js === undefined) themeFromHead(paper)
  }, [])
  return (
    <button type="button" data-theme-switch="" className={`${styles.icon} js-only`} title="Shift D">
      {children}
      <span className={`visually-hidden ${styles.toDark}`}>Switch to dark theme</span>
      <span className={`visually-hidden ${styles.toLight}`}>Switch to light theme</span>
    </button>
  )
}
