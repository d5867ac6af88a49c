import 'server-only'
import { sweepSessions } from '#lib/db/session.ts'
import { sweepTokens } from '#lib/db/token.ts'
import { closeAllOverdue } from './close-interview.ts'

const EVERY_MS = 20_000

// One timer a process, also when the development server reloads this module.
const kept = globalThis as { ridgelineSweep?: NodeJS.Timeout }

/**
 * From the first call on, ends overdue interviews of all readers every 20 seconds. Each instance does:
 * whoever is first ends one, the others pass it over or find it ended. It keeps no process alive.
 * @param logged runs the work, and logs what it throws
 */
export function sweepInterviews(logged: (work: () => Promise<void>) => Promise<unknown>): void {
  let isSweeping = false
  async function sweep() {
    if (isSweeping) return
    isSweeping = true
    await logged(sweepAll)
    isSweeping = false
  }
  kept.ridgelineSweep ??= setInterval(() => void sweep(), EVERY_MS).unref()
}

/** Ends what is overdue, and takes away links and sessions that open nothing any more. */
export async function sweepAll(): Promise<void> {
  await closeAllOverdue()
  await sweepTokens()
  await sweepSessions()
}
