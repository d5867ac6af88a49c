'use client'

import { useSyncExternalStore } from 'react'
import { LEVELS, type Level } from '#lib/quiz/kinds/rubric.ts'

const KEY = 'level'
/** Where storage is refused the choice lasts as long as the page. */
let unstored: Level | undefined
const waiting = new Set<() => void>()

/** The level that the reader prepares for: one for every question, kept on this device. */
export function useLevel(): Level {
  return useSyncExternalStore(subscribe, chosen, () => 'senior')
}

export function chooseLevel(level: Level): void {
  try {
    localStorage.setItem(KEY, level)
  } catch {
    unstored = level
  }
  for (const changed of waiting) changed()
}

function chosen(): Level {
  return LEVELS.find((level) => level === (unstored ?? stored())) ?? 'senior'
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function subscribe(changed: () => void) {
  waiting.add(changed)
  return () => waiting.delete(changed)
}
