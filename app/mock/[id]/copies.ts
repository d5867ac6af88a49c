import type { Copy } from './sheet.ts'

/*
 * Copies on this device of what the server does not have. Each tab keeps its own, so that two tabs
 * never overwrite each other's; those of a tab that is gone are taken up by the next one.
 */

const PREFIX = 'ridgeline.interview.'

export function keepCopy(interview: string, position: number, tab: string, copy: Copy | null) {
  const key = `${PREFIX}${interview}.${position}.${tab}`
  try {
    if (copy) localStorage.setItem(key, JSON.stringify(copy))
    else localStorage.removeItem(key)
  } catch {
    // Storage is refused or full: the server's copy is the only one.
  }
}

export type Found = { position: number; tab: string; copy: Copy }

/** @param living tabs whose copies are left to them */
export function foundCopies(interview: string, living: ReadonlySet<string>): Found[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${PREFIX}${interview}.`))
      .toSorted()
      .flatMap((key) => {
        const [position = '', tab = ''] = key.slice(PREFIX.length + interview.length + 1).split('.')
        if (living.has(tab)) return []
        return [{ position: Number(position), tab, copy: JSON.parse(localStorage.getItem(key)!) }]
      })
  } catch {
    return []
  }
}

const LOCK = 'ridgeline.tab.'

/**
 * Says that this tab lives, until it is gone.
 * @returns the others that do (Web Locks exist on https and localhost; elsewhere none is known)
 */
export async function livingTabs(self: string): Promise<Set<string>> {
  if (!navigator.locks) return new Set()
  void navigator.locks.request(LOCK + self, { ifAvailable: true }, hold)
  const { held = [] } = await navigator.locks.query()
  const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(LOCK))
  return new Set(names.map((name) => name.slice(LOCK.length)).filter((tab) => tab !== self))
}

/** For as long as the page is there. */
function hold(lock: Lock | null): Promise<void> | undefined {
  return lock ? new Promise(() => {}) : undefined
}
