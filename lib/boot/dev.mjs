import { spawn } from 'node:child_process'
import path from 'node:path'
import { ROOT } from './root.mjs'

const NEXT = path.join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')

/**
 * Runs Next's own development server.
 * @param {{ host: string, port: number }} address
 * @returns {{ ended: Promise<void>, stop: () => Promise<void> }}
 */
export function serveForDevelopment({ host, port }) {
  // A group of its own: Ctrl-C in the terminal reaches us alone, and we end it in order.
  const child = spawn(process.execPath, [NEXT, 'dev', '-H', host, '-p', String(port)], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve()))
  return {
    ended,
    stop: async () => {
      const force = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 5000)
      child.kill('SIGTERM')
      await ended
      clearTimeout(force)
    },
  }
}
