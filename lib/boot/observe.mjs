import { randomUUID } from 'node:crypto'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** What a proxy may call a request: nothing that could break a line of a log. */
const ID = /^[\w.:-]{8,128}$/

/**
 * Gives every request an id, which its answer carries and each line of the log about it; counts it, and
 * writes its line when it has been answered.
 * @param {{ log: import('./log.mjs').Log, metrics: Pick<import('./metrics.mjs').Metrics, 'began' | 'ended'>,
 *   nameOf: (url: string) => string, trustProxy: boolean }} by
 * @returns {(request: Request, response: Response) => { id: string }}
 */
export function makeObserver({ log, metrics, nameOf, trustProxy }) {
  return (request, response) => {
    const began = performance.now()
    const given = String(request.headers['x-request-id'] ?? '')
    const id = trustProxy && ID.test(given) ? given : randomUUID()
    request.headers['x-request-id'] = id
    response.setHeader('X-Request-Id', id)
    const route = nameOf(request.url ?? '')
    metrics.began()
    response.once('close', () => {
      const ms = performance.now() - began
      const status = response.writableFinished ? response.statusCode : 499
      metrics.ended(route, status, ms / 1000)
      // Files of the build are many and say nothing.
      const level = status >= 500 ? 'warn' : route === '/_next' ? 'debug' : 'info'
      log[level](
        { request: id, method: request.method, route, status, ms: Math.round(ms) },
        'answered',
      )
    })
    return { id }
  }
}
