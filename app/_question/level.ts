'use client'

import { useSyncExternalStore } from 'react'
import { choose, take } from '#app/_account/choices.ts'
import { LEVELS, type Level } from '#lib/quiz/kinds/rubric.ts'

/** The level that the reader prepares for: one for every question, kept here and on the account. */
export function useLevel(): Level {
  return useSyncExternalStore(subscribe, chosen, () => 'senior')
}

export function chooseLevel(level: Level): void {
  if (level !== take('level')) void choose({ level })
}

function chosen(): Level {
  return LEVELS.find((level) => level === take('level')) ?? 'senior'
}

/** `choose` says it by the event that other tabs say it by. */
function subscribe(changed: () => void) {
  addEventListener('storage', changed)
  return () => removeEventListener('storage', changed)
}
