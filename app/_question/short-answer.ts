'use client'

import { useLayoutEffect, useState, type RefObject } from 'react'

/**
 * Opens and closes our short answer, which stands further down in the page's own HTML: the article
 * carries `data-answer`, and its style sheet does the rest. Remembered on this device.
 */
export function useShortAnswer(inside: RefObject<HTMLElement | null>, questionId: string) {
  const [isShown, setShown] = useState(false)
  const [announcement, setAnnouncement] = useState('')
  const key = `ridgeline.shown.${questionId}`

  function mark(shown: boolean) {
    inside.current?.closest('article')?.setAttribute('data-answer', shown ? 'shown' : 'hidden')
    setShown(shown)
  }

  useLayoutEffect(() => {
    if (remembered(key)) mark(true)
    // oxlint-disable-next-line react/exhaustive-deps -- once a question
  }, [key])

  function turn(shown: boolean) {
    mark(shown)
    setAnnouncement(shown ? 'The short answer is shown below.' : 'The short answer is hidden.')
    try {
      if (shown) localStorage.setItem(key, '1')
      else localStorage.removeItem(key)
    } catch {
      // Storage is refused or full: it closes with the page.
    }
  }
  return { isShown, announcement, show: () => turn(true), toggle: () => turn(!isShown) }
}

function remembered(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}
