import { spawn } from 'node:child_process'
import path from 'node:path'
import { QUIET_TOOLS } from './environment.mjs'
import { ROOT } from './root.mjs'

/**
 * Runs a program to its end.
 * @param {string} program a path, or the name of one in node_modules/.bin or on the PATH
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, interactive?: boolean }} [options]
 *   `show` lets its output through as it comes; `interactive` gives it the terminal to ask at
 * @returns {Promise<{ code: number, output: string }>} 127 when there is no such program
 */
export function run(program, args, { env = {}, show = false, interactive = false } = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...QUIET_TOOLS, ...env, PATH: searchPath() },
    stdio: [
      interactive ? 'inherit' : 'ignore',
      show ? 'inherit' : 'pipe',
      show ? 'inherit' : 'pipe',
    ],
  })
  let output = ''
  const keep = (/** @type {Buffer} */ chunk) => void (output += chunk)
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM'])
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      for (const signal of signals) process.off(signal, forward)
      resolve({ code, output })
    }
    child.once('error', (error) => {
      output += error.message
      finish(127)
    })
    child.once('close', (code) => finish(code ?? 130))
  })
}

/** The packages' own programs first. */
function searchPath() {
  return [path.join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(path.delimiter)
}
