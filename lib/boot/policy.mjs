import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.mjs'

/**
 * What a page may run. A prerendered page allows its own inline scripts by their hashes, which are read
 * from the file that the build has written and never from an answer; a page drawn for a request allows
 * those that carry the nonce of that request. Styles may be inline: figures place their marks with them.
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

const PAGES = path.join(ROOT, '.next', 'server', 'app')
const SHARED = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
]
/** For what is no page: data, refusals, files. */
export const NO_PAGE = "default-src 'none'; frame-ancestors 'none'"

/** For a script, which as a worker is under the policy that it comes with: it loads its own parts. */
export const SCRIPT = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"

/** For the service worker: it asks this site for what it keeps, and nobody else. */
const WORKER = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'"

/**
 * @param {string} [pages] folder of the prerendered pages
 * @returns {(request: Request, response: Response) => void} makes the answer carry its policy
 */
export function makePolicy(pages = PAGES) {
  /** @type {Map<string, string[]>} */
  const known = new Map()
  /** @param {string} file */
  const hashesOf = (file) => {
    const kept = known.get(file) ?? hashesIn(readFileSync(file, 'utf8'))
    known.set(file, kept)
    return kept
  }
  // Of the script that every page begins with, which no nonce is given to.
  const missing = path.join(pages, '_not-found.html')
  const first = existsSync(missing) ? hashesIn(readFileSync(missing, 'utf8'), /data-first/) : []

  return (request, response) => {
    const nonce = randomBytes(16).toString('base64')
    // Next reads the nonce from here, and gives it to the scripts of a page that it draws.
    if (!request.url?.startsWith('/api/')) {
      request.headers['content-security-policy'] = `script-src 'nonce-${nonce}'`
    }
    const writeHead = response.writeHead.bind(response)
    response.writeHead = /** @type {any} */ (
      (/** @type {[number, any]} */ ...args) => {
        const [status] = args
        const type = String(response.getHeader('content-type') ?? '')
        // "Not modified" renews the headers that the browser has kept with the page.
        if (type.startsWith('text/html') || status === 304) {
          const isBuilt = response.hasHeader('x-nextjs-prerender')
          const file = isBuilt ? fileOf(pages, request.url ?? '/', status) : null
          const allowed = file ? hashesOf(file) : [...first, `'nonce-${nonce}'`]
          response.setHeader('Content-Security-Policy', policyOf(allowed, request.url ?? ''))
        }
        if (/^\/service-worker(\?|$)/.test(request.url ?? ''))
          response.setHeader('Content-Security-Policy', WORKER)
        return writeHead(...args)
      }
    )
  }
}

/** An author's preview stands in a frame of its own site (app/write). Nothing else stands in any. */
const FRAMED = /^\/write\/[^/?]+\/preview(\?|$)/

/** @param {string[]} allowed @param {string} url */
function policyOf(allowed, url) {
  const ancestors = `frame-ancestors ${FRAMED.test(url) ? "'self'" : "'none'"}`
  return [...SHARED, ancestors, `script-src 'self' ${allowed.join(' ')}`.trimEnd()].join('; ')
}

/**
 * Hashes of the scripts that stand in a page itself; data (JSON-LD) is none.
 * @param {string} html
 * @param {RegExp} [having] only scripts whose tag matches
 */
export function hashesIn(html, having = /(?:)/) {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g)
  const hashes = [...scripts]
    .filter(([, tag = '']) => !tag.includes('application/ld+json') && having.test(tag))
    .map(([, , code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  return [...new Set(hashes)]
}

/** The file that Next answers with. @param {string} pages @param {string} url @param {number} status */
function fileOf(pages, url, status) {
  if (status === 404) return path.join(pages, '_not-found.html')
  // The front door has let in only paths that decode, without dots.
  const name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '').replace(/\/$/, '') || '/index'
  const file = path.join(pages, `${name}.html`)
  return existsSync(file) ? file : null
}
