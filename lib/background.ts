import 'server-only'
import { log } from '#lib/log.ts'

/** By name and code, since a message may hold an e-mail address, a profile or a token. */
export function logProblem(work: string, error: unknown): void {
  const { name: type, code } = error as { name?: string; code?: unknown }
  log().error({ work, err: { type, code } }, 'something failed behind an answer')
}

/**
 * Does what an answer must not wait for, once that has been given: how long it takes tells nobody
 * anything.
 */
export function inBackground(name: string, work: () => Promise<unknown>): void {
  setImmediate(() => {
    work().catch((error: unknown) => logProblem(name, error))
  })
}
