/** A failure that the reader of the terminal can act on: printed as its sentence alone, without a stack. */
export class Trouble extends Error {
  /** @override */
  name = 'Trouble'
}

/**
 * Prints what is being done, one line a step: its name, what came of it, how long it took.
 * @param {NodeJS.WritableStream} [out]
 */
export function makeProgress(out = process.stdout) {
  const began = performance.now()
  return {
    /**
     * Runs a step and prints its line when it has ended.
     * @template T
     * @param {string} name at most 12 characters
     * @param {(say: (outcome: string) => void) => T | Promise<T>} work calls `say` with what came of it
     * @returns {Promise<T>} what the work gave
     */
    async step(name, work) {
      const start = performance.now()
      let outcome = 'done'
      try {
        return await work((text) => (outcome = text))
      } catch (error) {
        outcome = 'failed'
        throw error
      } finally {
        out.write(line(name, outcome, start))
      }
    },
    /**
     * Says something that is not a step.
     * @param {string} name
     * @param {string} text
     */
    say: (name, text) => out.write(line(name, text, began)),
  }
}

/**
 * Ends the process over an error: a trouble's sentence, or the whole stack of what nobody foresaw.
 * @param {unknown} error
 */
export function explain(error) {
  const text =
    error instanceof Trouble ? error.message : error instanceof Error ? error.stack : error
  process.stderr.write(`\n${text}\n`)
}

/** @param {string} name @param {string} outcome @param {number} start as `performance.now()` gave it */
function line(name, outcome, start) {
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  return `  ${name.padEnd(12)} ${outcome.padEnd(46)} ${seconds.padStart(6)} s\n`
}
