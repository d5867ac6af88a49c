/**
 * The front door: what is refused before Next sees it, because Next would answer 500 or read it whole.
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ status: number, code: string, message: string, headers?: Record<string, string> }} Refusal
 */
import { NO_PAGE } from './policy.mjs'

/** The largest body that is read, in bytes; and of a file that somebody brings along. */
export const BODY_LIMIT = 64 * 1024
export const IMPORT_LIMIT = 16 * 1024 * 1024

/** @param {string} url */
export function bodyLimit(url) {
  return url.split('?', 1)[0] === '/api/import/json' ? IMPORT_LIMIT : BODY_LIMIT
}
const URL_LIMIT = 4096
const READS = ['GET', 'HEAD', 'OPTIONS']
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE']

/** @param {string} url @returns {Refusal} */
export function tooLarge(url) {
  const most = bodyLimit(url)
  const said = most < 1024 * 1024 ? `${most / 1024} kB` : `${most / 1024 / 1024} MB`
  return {
    status: 413,
    code: 'too-large',
    message: `The request is larger than ${said}, so nothing was saved.`,
  }
}

/**
 * @param {Pick<Request, 'method' | 'url' | 'headers'>} request
 * @returns {Refusal | null} null when it may enter
 */
export function refusal({ method = '', url = '', headers }) {
  if (!isPlainUrl(url)) {
    return { status: 400, code: 'malformed-address', message: 'This address is malformed.' }
  }
  const isApi = url.startsWith('/api/')
  const allowed = isApi ? [...READS, ...WRITES] : READS
  if (!allowed.includes(method)) {
    const message = isApi
      ? `The method ${method} is not used here.`
      : 'Pages are read, not written: forms of this site go to its interface under /api.'
    return { status: 405, code: 'method', message, headers: { Allow: allowed.join(', ') } }
  }
  // The site has no server actions. Next answers 500 to most calls of one that are malformed.
  if (headers['next-action'] !== undefined) {
    return { status: 400, code: 'no-actions', message: 'This site has no server actions.' }
  }
  if (headers['content-type']?.trimStart().toLowerCase().startsWith('multipart/')) {
    return { status: 415, code: 'no-multipart', message: 'Multipart forms are not read here.' }
  }
  if (Number(headers['content-length'] ?? 0) > bodyLimit(url)) return tooLarge(url)
  if (!isRouterState(headers['next-router-state-tree'])) {
    return { status: 400, code: 'malformed-header', message: 'The router state is malformed.' }
  }
  return null
}

/** @param {Response} response @param {Refusal} refused @param {string} [url] */
export function answerRefusal(response, { status, code, message, headers = {} }, url = '') {
  const isApi = url.startsWith('/api/')
  response.writeHead(status, {
    ...headers,
    'Content-Type': isApi ? 'application/json' : 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(isApi ? JSON.stringify({ error: { code, message } }) : `${message}\n`)
}

/** What every answer carries; that of a page gets a policy of its own (policy.mjs). */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': NO_PAGE,
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** A site that is reached over TLS is asked for in no other way for a year. */
export function securityHeaders(address = process.env['NEXTAUTH_URL'] ?? '') {
  const tls = { 'Strict-Transport-Security': 'max-age=31536000' }
  return { ...SECURITY_HEADERS, ...(address.startsWith('https:') && tls) }
}

/**
 * Makes the headers say only what can be believed: who asks is the other end of the connection, or
 * what the one proxy in front of us added; and nobody speaks to Next's insides.
 * @param {Request} request
 * @param {boolean} trustProxy
 */
export function cleanHeaders({ headers, socket }, trustProxy) {
  for (const name of Object.keys(headers)) {
    const isInternal = /^x-(middleware|invoke|matched|now|nextjs)-|^next-resume$/.test(name)
    const isClaimed = !trustProxy && /^(x-forwarded-|forwarded$|x-real-ip$)/.test(name)
    if (isInternal || isClaimed) delete headers[name]
  }
  const claimed = String(headers['x-forwarded-for'] ?? '').split(',')
  headers['x-forwarded-for'] = claimed.at(-1)?.trim() || (socket.remoteAddress ?? '')
}

/** A path from the root in printable ASCII, whose escapes are right and hide nothing. @param {string} url */
function isPlainUrl(url) {
  if (url.length > URL_LIMIT || !/^\/(?!\/)[\x21-\x7e]*$/.test(url)) return false
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\\\x00-\x1f\x7f]|\/\.{1,2}(\/|$)/.test(path)
  } catch {
    return false
  }
}

/** @param {string | string[] | undefined} header escaped JSON: a tuple that begins with the segment */
function isRouterState(header) {
  if (header === undefined) return true
  try {
    return isTree(JSON.parse(decodeURIComponent(String(header))))
  } catch {
    return false
  }
}

/** @param {unknown} value @returns {boolean} */
function isTree(value) {
  if (!Array.isArray(value) || value.length < 2 || value.length > 6) return false
  const [segment, children] = value
  const isSegment = typeof segment === 'string' || (Array.isArray(segment) && segment.length <= 4)
  if (!isSegment || typeof children !== 'object' || children === null) return false
  return Object.values(children).every(isTree)
}
