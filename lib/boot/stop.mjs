import { stopNotice } from './environment.mjs'

/** All of it together must end within this, after the notice that was asked for, in ms. */
const LIMIT = 10_000
/** One Ctrl-C may arrive twice, from the terminal and from npm, within this, in ms. */
const ECHO = 1000

/**
 * Stops what was started, the last first, at Ctrl-C or SIGTERM; at the second signal, at once.
 * @param {{ say: (name: string, text: string) => void }} progress
 */
export function stopInReverse(progress) {
  /** @type {{ name: string, work: () => Promise<void> }[]} */
  const started = []
  let signalled = 0
  /** @type {Promise<void> | null} */
  let stopping = null

  async function stopAll(code = 0) {
    const force = setTimeout(() => process.exit(1), LIMIT + stopNotice())
    for (const { name, work } of started.toReversed()) {
      try {
        await work()
      } catch (error) {
        progress.say(
          name,
          `did not stop cleanly: ${error instanceof Error ? error.message : error}`,
        )
        code = 1
      }
    }
    clearTimeout(force)
    if (started.length > 0) progress.say('stopped', 'everything')
    process.exit(code)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signalled > 0) {
        if (performance.now() - signalled > ECHO) process.exit(1)
        return
      }
      signalled = performance.now()
      progress.say('stopping', `${signal}; once more stops at once`)
      stopping ??= stopAll()
    })
  }
  return {
    /** @param {string} name @param {() => Promise<void>} work stops it */
    add: (name, work) => void started.push({ name, work }),
    now: (code = 0) => (stopping ??= stopAll(code)),
    isStopping: () => stopping !== null,
  }
}
