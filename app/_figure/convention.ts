import { useSyncExternalStore } from 'react'
import type { Units } from '#lib/figures/units.ts'

export type Convention = Units['convention']

/** What the switch offers, the house first. */
export const conventions: readonly { value: Convention; label: string }[] = [
  { value: 'house', label: 'this site' },
  { value: 'sklearn', label: 'scikit-learn' },
  { value: 'glmnet', label: 'glmnet' },
  { value: 'textbook', label: 'textbooks' },
]

const key = 'convention'
/** Where storage is refused the choice lasts as long as the page. */
let unstored: Convention | undefined
const waiting = new Set<() => void>()

/**
 * How the reader wants penalties written: one choice for the whole site, kept on this device, the
 * same in every figure of a page and in every tab. The server draws the house's.
 */
export function useConvention(): Convention {
  return useSyncExternalStore(subscribe, chosen, () => 'house')
}

export function choose(convention: Convention) {
  try {
    localStorage.setItem(key, convention)
    unstored = undefined
  } catch {
    unstored = convention
  }
  for (const changed of waiting) changed()
}

function chosen(): Convention {
  const wanted = unstored ?? stored()
  return conventions.find(({ value }) => value === wanted)?.value ?? 'house'
}

function stored(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** `storage` tells of the other tabs. */
function subscribe(changed: () => void) {
  waiting.add(changed)
  window.addEventListener('storage', changed)
  return () => {
    waiting.delete(changed)
    window.removeEventListener('storage', changed)
  }
}
