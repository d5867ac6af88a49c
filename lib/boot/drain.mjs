import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** @typedef {import('node:http').Server} Server */

/** A kept-alive connection may have sent its next request just before it would be closed, in ms. */
const GRACE = 250
/** Requests that take longer are cut off, in ms: the pool and the database still have to close. */
const LIMIT = 7000

/**
 * Lets a server end without cutting a request off. Call it before the server's own listeners are added.
 * @param {Server} server
 * @returns {() => Promise<void>} stops listening, finishes what is in flight, closes the connections
 */
export function makeDrain(server) {
  let isDraining = false
  /** @type {Set<net.Socket>} */
  const sockets = new Set()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', (_request, response) => {
    // Node then says `Connection: close` and closes after the answer.
    if (isDraining) response.shouldKeepAlive = false
  })
  return async function drain() {
    isDraining = true
    const until = Date.now() + LIMIT
    const closed = new AbortController()
    // http.Server's own `close` ends idle connections at once, with requests that are on their way.
    net.Server.prototype.close.call(server, () => closed.abort())
    await sleep(GRACE)
    // Those that browsers open in advance do not count as idle until they have been used.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
    while (!closed.signal.aborted && Date.now() < until) {
      server.closeIdleConnections()
      await sleep(20)
    }
    server.closeAllConnections()
  }
}
