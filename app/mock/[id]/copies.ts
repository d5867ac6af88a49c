import { keep } from '#app/_outbox/later.ts'
import { recallAll } from '#app/_outbox/recall-all.ts'
import type { Copy } from './sheet.ts'

/*
 * Copies on this device of what the server does not have. Each tab keeps its own, so that two tabs
 * never overwrite each other's; those of a tab that is gone are taken up by the next one.
 */

const PREFIX = 'interview.'

export function keepCopy(interview: string, position: number, tab: string, copy: Copy | null) {
  keep(`${PREFIX}${interview}.${position}.${tab}`, copy)
}

export type Found = { position: number; tab: string; copy: Copy }

/** @param living tabs whose copies are left to them */
export async function foundCopies(
  interview: string,
  living: ReadonlySet<string>,
): Promise<Found[]> {
  const prefix = `${PREFIX}${interview}.`
  const copies = await recallAll<Copy>(prefix)
  return [...copies].flatMap(([key, copy]) => {
    const [position = '', tab = ''] = key.slice(prefix.length).split('.')
    return living.has(tab) ? [] : [{ position: Number(position), tab, copy }]
  })
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
