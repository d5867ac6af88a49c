import { AsyncLocalStorage } from 'node:async_hooks'
import { stripVTControlCharacters } from 'node:util'

/**
 * The log: one JSON object a line, each with the id of the request that it belongs to. Never what readers
 * write, who they are, or an address that may carry either: a route's name, and of an error its name,
 * code and place. lib/log.ts finds log and request here, since Next's code is another copy of everything.
 * @typedef {import('pino').Logger} Log
 * @typedef {{ id: string }} Asked the request that is being answered
 */

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** @type {AsyncLocalStorage<Asked>} */
const current = new AsyncLocalStorage()

/**
 * @param {import('pino').DestinationStream} [out]
 * @param {string} [level]
 * @returns {Promise<Log>}
 */
export async function makeLog(out, level = logLevel()) {
  const { pino } = await import('pino')
  const log = pino(
    {
      name: 'ridgeline',
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...(current.getStore() && { request: current.getStore()?.id }) }),
    },
    out ?? pino.destination({ fd: 1, sync: true }),
  )
  Object.assign(globalThis, { ridgelineLog: log, ridgelineRequest: current })
  return log
}

/** Somebody at a terminal sees what is wrong; a file or a collector gets every request too. */
export function logLevel(env = process.env, isTerminal = process.stdout.isTTY) {
  const asked = env['LOG_LEVEL']?.trim().toLowerCase() ?? ''
  return LEVELS.includes(asked) ? asked : isTerminal ? 'warn' : 'info'
}

/** Runs the work as part of a request. @template T @param {Asked} asked @param {() => T} work */
export function inRequest(asked, work) {
  return current.run(asked, work)
}

/** What libraries say to the console goes to the log, without what it may quote. @param {Log} log */
export function takeConsole(log) {
  for (const [method, level] of /** @type {const} */ ([
    ['error', 'error'],
    ['warn', 'warn'],
    ['log', 'info'],
    ['info', 'info'],
  ])) {
    console[method] = (/** @type {unknown[]} */ ...said) => {
      const words = said.filter((each) => typeof each === 'string').map(masked)
      const error = said.find((each) => each instanceof Error)
      log[level]({ ...(error && { err: plain(error) }) }, words.join(' ').trim() || 'said')
    }
  }
}

/** What Node itself says of files, modules and the network, which quotes nobody. */
const OF_NODE = /^(ERR_\w+|MODULE_NOT_FOUND|E[A-Z]{3,})$/

/**
 * Name, code and place, and the same of its cause. Without the message, unless it is Node's own: a
 * driver's may quote what a reader wrote.
 * @param {unknown} error
 * @returns {object}
 */
export function plain(error) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, cause } = /** @type {{ code?: unknown, cause?: unknown }} */ (error)
  const at = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  return {
    type: error.name,
    code,
    ...(OF_NODE.test(String(code)) && { message: error.message }),
    at: at?.slice(0, 8),
    ...(cause instanceof Error && { cause: plain(cause) }),
  }
}

/** @param {string} text */
function masked(text) {
  // Also without the colours of a terminal.
  return stripVTControlCharacters(text.slice(0, 500)).replaceAll(
    /[^\s@"'<>]+@[^\s@"'<>]+/g,
    '(e-mail)',
  )
}
