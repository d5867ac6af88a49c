import net from 'node:net'
import { Trouble } from './progress.mjs'

const TRIES = 20

/**
 * The port to serve at: the one that was given, which must be free; else the first free one from
 * the usual port on.
 * @param {{ host: string, port: number, isPortGiven: boolean }} address
 */
export async function choosePort({ host, port, isPortGiven }) {
  for (let candidate = port; candidate < port + TRIES; candidate++) {
    const code = await failureToListen(host, candidate)
    if (code === null) return candidate
    if (code !== 'EADDRINUSE') throw new Trouble(`Cannot serve at ${host}:${candidate} (${code}).`)
    if (isPortGiven) {
      throw new Trouble(`Port ${port} is in use. Stop what uses it, or choose another: PORT=3001`)
    }
  }
  throw new Trouble(`The ports ${port} to ${port + TRIES - 1} are all in use. Choose one by PORT.`)
}

/** @param {string} host @param {number} port @returns {Promise<string | null>} null when it is free */
function failureToListen(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => {
      resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? error.message)
    })
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}
