import { bodyLimit } from './door.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */

/** Closed at once, the connection would be reset before the refusal has been read. In ms. */
const LINGER = 2000

/**
 * Waits for the whole of a body that came without its length (one with a length is held to it by
 * Node), then puts it back as if it had only now arrived.
 * @param {Request} request
 * @param {(isWithin: boolean) => void} then whether it kept to the limit; not called if it never ends
 */
export function countBody(request, then) {
  if (request.headers['transfer-encoding'] === undefined) return then(true)
  const push = request.push
  const most = bodyLimit(request.url ?? '')
  /** @type {Buffer[]} */
  const chunks = []
  let length = 0
  request.push = (/** @type {Buffer | null} */ chunk) => {
    if (chunk === null) {
      request.push = push
      for (const each of chunks) push.call(request, each)
      push.call(request, null)
      then(true)
      return false
    }
    length += chunk.length
    if (length > most) {
      then(false)
    } else chunks.push(chunk)
    return true
  }
}

/**
 * Keeps nothing of a refused body, and gives its sender time to read the refusal; whoever is then
 * still sending loses the connection.
 * @param {Request} request
 */
export function forget(request) {
  request.push = () => true
  const end = () => void (request.complete || request.socket.destroy())
  setTimeout(end, LINGER).unref()
}
