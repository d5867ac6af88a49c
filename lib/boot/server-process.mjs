import { spawn } from 'node:child_process'
import path from 'node:path'
import { Trouble } from './progress.mjs'
import { ROOT } from './root.mjs'

/** Until the first page can be asked for, in ms; the build has been made before. */
const PATIENCE = 60_000
const START = path.join(ROOT, 'lib', 'boot', 'start.mjs')

/**
 * Runs `npm start`'s program as a process of its own, for tests, on the build that there is.
 * @param {Record<string, string | undefined>} env with PORT
 * @returns {Promise<{ url: string, pid: number, output: () => string, stop: () => Promise<void>, kill: () => Promise<void> }>}
 *   `stop` asks it to end (SIGTERM) and fails when it does not end well; `kill` ends it at once (SIGKILL)
 */
export async function startServer(env) {
  const child = spawn(process.execPath, [START, '--built'], {
    cwd: ROOT,
    env: /** @type {any} */ ({ ...process.env, ...env, NODE_ENV: undefined }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const trouble = (/** @type {string} */ what) => new Trouble(`The server ${what}.\n${output}`)
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('close', resolve))
  const url = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(trouble('did not start in time')), PATIENCE)
    const listen = (/** @type {Buffer} */ chunk) => {
      output += chunk
      const ready = /ready +(http:\S+)/.exec(output)
      if (!ready) return
      clearTimeout(late)
      resolve(ready[1])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void ended.then((code) => reject(trouble(`ended with ${code}`)))
  })
  return {
    url,
    pid: Number(child.pid),
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      const code = await ended
      if (code !== 0) throw trouble(`ended with ${code} when it was asked to stop`)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
