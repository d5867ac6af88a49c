import 'server-only'
import { log } from '#lib/log.ts'

/**
 * Does what an answer must not wait for, once that has been given: how long it takes tells nobody
 * anything. What fails is logged by its name and code, since a message may hold an e-mail address.
 */
export function inBackground(name: string, work: () => Promise<unknown>): void {
  setImmediate(() => {
    work().catch((error: unknown) => {
      const { name: type, code } = error as { name?: string; code?: unknown }
      log().error({ work: name, err: { type, code } }, 'work in the background failed')
    })
  })
}
