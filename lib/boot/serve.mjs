import http from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { countBody, forget } from './body.mjs'
import { makeAllowance } from './costly.mjs'
import { answerRefusal, cleanHeaders, refusal, securityHeaders, tooLarge } from './door.mjs'
import { makeDrain } from './drain.mjs'
import { stopNotice } from './environment.mjs'
import { inRequest, makeLog, plain, takeConsole } from './log.mjs'
import { makeMetrics } from './metrics.mjs'
import { makeObserver } from './observe.mjs'
import { makePolicy } from './policy.mjs'
import { Trouble } from './progress.mjs'
import { sayingGone } from './retired.mjs'
import { routeNames } from './routes.mjs'
import { ROOT } from './root.mjs'
import { makeStatic } from './static.mjs'

/** @typedef {(request: http.IncomingMessage, response: http.ServerResponse) => unknown} Handler */

/**
 * Serves the built site: front door, static files, then Next.
 * @param {{ host: string, port: number }} address
 */
export async function serve({ host, port }) {
  const notice = stopNotice()
  const log = await makeLog()
  const metrics = await makeMetrics()
  Object.assign(globalThis, { ridgelineMetrics: metrics })
  takeConsole(log)
  const { default: next } = await import('next')
  const app = next({ dev: false, dir: ROOT, hostname: host, port })
  const handle = app.getRequestHandler()
  await app.prepare()
  const { ridgelineMisfit: misfit } = /** @type {any} */ (globalThis)
  if (misfit) throw new Trouble(misfit)
  const answer = sayingGone(handle)
  const trustProxy = isProxyTrusted()
  const nameOf = routeNames(path.join(ROOT, '.next', 'routes-manifest.json'))
  const observe = makeObserver({ log, metrics, nameOf, trustProxy })
  const { server, drain } = makeServer(answer, makeStatic(), trustProxy, makePolicy(), observe)
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(null))
  })
  await warm(host, port)
  for (const event of /** @type {const} */ (['unhandledRejection', 'uncaughtException'])) {
    process.on(event, (error) => log.error({ err: plain(error) }, event))
  }
  return {
    ended: new Promise((resolve) => server.once('close', () => resolve(null))),
    stop: async () => {
      Object.assign(globalThis, { ridgelineDraining: true })
      await sleep(notice)
      await drain()
      await app.close()
      // Kept there by lib/db/client.ts, which Next has bundled.
      await /** @type {any} */ (globalThis).ridgelineDatabase?.$disconnect()
    },
  }
}

/**
 * @param {Handler} handle what answers the requests that may enter
 * @param {(...args: Parameters<Handler>) => boolean} serveStatic answers some of them itself
 * @param {boolean} [trustProxy]
 * @param {Handler} [setPolicy] makes an answer say what its page may run
 * @param {(...args: Parameters<Handler>) => { id: string }} [observe] names a request, and sees its end
 */
export function makeServer(
  handle,
  serveStatic,
  trustProxy = isProxyTrusted(),
  setPolicy = () => {},
  observe = () => ({ id: '' }),
) {
  const server = http.createServer({ requestTimeout: 30_000, headersTimeout: 10_000 })
  // Longer than proxies keep theirs, so that it is they who close.
  server.keepAliveTimeout = 65_000
  const drain = makeDrain(server)
  const headers = Object.entries(securityHeaders())
  const allowance = makeAllowance()
  /** @type {Handler} */
  const listener = (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    const asked = observe(request, response)
    const refused = refusal(request)
    if (refused) return refuse(request, response, refused)
    if (serveStatic(request, response)) return
    const crowded = allowance(request.url ?? '/')
    if (crowded) return refuse(request, response, crowded)
    cleanHeaders(request, trustProxy)
    setPolicy(request, response)
    countBody(request, async (isWithin) => {
      if (!isWithin) return refuse(request, response, tooLarge(request.url ?? ''))
      try {
        await inRequest(asked, () => handle(request, response))
      } catch (error) {
        console.error(error)
        if (!response.headersSent) answerRefusal(response, BROKEN, request.url)
      }
    })
  }
  server.on('request', listener)
  // Whoever asks first whether to send a large body is told before sending it.
  server.on('checkContinue', (request, response) => {
    if (!refusal(request)) response.writeContinue()
    server.emit('request', request, response)
  })
  // Next leaves upgrades that it does not know open for ever.
  server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  return { server, drain }
}

/**
 * The first question to a new process takes longest (code is read, the database connected): it is ours,
 * so that a load balancer's, which waits half a second, is not.
 * @param {string} host
 * @param {number} port
 */
async function warm(host, port) {
  const name = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? host
  const at = name.includes(':') && !name.startsWith('[') ? `[${name}]` : name
  await fetch(`http://${at}:${port}/api/health`)
    .then((answer) => answer.arrayBuffer())
    .catch(() => {})
}

const BROKEN = { status: 500, code: 'internal', message: 'Something broke on the server.' }

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {import('./door.mjs').Refusal} refused */
function refuse(request, response, refused) {
  forget(request)
  answerRefusal(response, refused, request.url)
}

function isProxyTrusted() {
  return ['1', 'true'].includes(process.env['TRUST_PROXY'] ?? '')
}
