'use client'

import { useLayoutEffect } from 'react'

/**
 * Where Next gives up a page's HTML for an error, React draws all of it in the browser, and scripts that
 * come to be in that way do not run. Then this runs a copy of the one in <head>, before the first paint.
 */
export function ThemeAgain() {
  useLayoutEffect(() => {
    if (document.documentElement.dataset.js !== undefined) return
    const script = document.createElement('script')
    script.text = document.querySelector('[data-first]')!.textContent
    document.head.append(script)
  }, [])
  return null
}
