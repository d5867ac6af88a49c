import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { SCRIPT } from './policy.mjs'
import { ROOT } from './root.mjs'

/**
 * The build's own files (/_next/static), compressed once at build and served before Next. Their
 * names change with their content, so browsers may keep them for ever.
 * @typedef {{ file: string, hash: string, type: string }} Asset
 */

const STATIC = path.join(ROOT, '.next', 'static')
/** By hash of the content; Next keeps this folder from one build to the next. */
const STORE = path.join(ROOT, '.next', 'cache', 'compressed')
const URL_PREFIX = '/_next/static/'
/** Below this a packet is a packet, in bytes. */
const WORTHWHILE = 512

/** @type {Record<string, string>} */
const TEXT = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}
/** @type {Record<string, string>} */
const BINARY = { '.woff2': 'font/woff2', '.png': 'image/png', '.ico': 'image/x-icon' }

/** In the order of preference: brotli is a tenth smaller, but browsers take it only over TLS or on localhost. */
const ENCODINGS = [
  { name: 'br', compress: brotli },
  {
    name: 'gzip',
    compress: (/** @type {Buffer} */ content) => promisify(gzip)(content, { level: 9 }),
  },
]

/** Compresses what is not yet compressed and forgets what no longer exists. */
export async function compressStatic(root = STATIC, store = STORE) {
  await mkdir(store, { recursive: true })
  const wanted = new Set()
  await Promise.all(
    [...listAssets(root).values()].map(async ({ file, hash, type }) => {
      const content = await readFile(file)
      if (!isText(type) || content.length < WORTHWHILE) return
      for (const { name, compress } of ENCODINGS) {
        wanted.add(`${hash}.${name}`)
        const target = path.join(store, `${hash}.${name}`)
        if (!existsSync(target)) await writeFile(target, await compress(content))
      }
    }),
  )
  for (const name of readdirSync(store)) if (!wanted.has(name)) rmSync(path.join(store, name))
}

/**
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 *   answers and returns true, or leaves the request to the next one and returns false
 */
export function makeStatic(root = STATIC, store = STORE) {
  const assets = listAssets(root)
  const compressed = new Set(existsSync(store) ? readdirSync(store) : [])
  /** All of it is some megabytes at most. @type {Map<string, Buffer>} */
  const read = new Map()
  const content = (/** @type {string} */ file) => {
    const kept = read.get(file) ?? readFileSync(file)
    read.set(file, kept)
    return kept
  }
  return (request, response) => {
    const { url = '', method = '', headers } = request
    if (!url.startsWith(URL_PREFIX) || !['GET', 'HEAD'].includes(method)) return false
    const asset = assets.get(
      decodeURIComponent(url.slice(URL_PREFIX.length).split('?', 1)[0] ?? ''),
    )
    if (!asset) return false
    const encoding = accepted(String(headers['accept-encoding'] ?? '')).find((name) =>
      compressed.has(`${asset.hash}.${name}`),
    )
    const etag = `"${asset.hash.slice(0, 20)}${encoding ? `-${encoding}` : ''}"`
    if (asset.type === TEXT['.js']) response.setHeader('Content-Security-Policy', SCRIPT)
    response.setHeader('ETag', etag)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    if (isText(asset.type)) response.setHeader('Vary', 'Accept-Encoding')
    if (isMatch(headers['if-none-match'], etag)) {
      response.writeHead(304).end()
      return true
    }
    const body = content(encoding ? path.join(store, `${asset.hash}.${encoding}`) : asset.file)
    if (encoding) response.setHeader('Content-Encoding', encoding)
    response.writeHead(200, { 'Content-Type': asset.type, 'Content-Length': body.length })
    response.end(method === 'HEAD' ? undefined : body)
    return true
  }
}

/**
 * @param {string} root
 * @returns {Map<string, Asset>} by path from the root, with `/`; kinds we do not know are left to Next
 */
function listAssets(root) {
  const assets = new Map()
  if (!existsSync(root)) return assets
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const type = { ...TEXT, ...BINARY }[path.extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const file = path.join(entry.parentPath, entry.name)
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
    assets.set(path.relative(root, file).split(path.sep).join('/'), { file, hash, type })
  }
  return assets
}

/** The encodings a browser takes, ours first; `q=0` means never. @param {string} header */
function accepted(header) {
  const refused = /;\s*q=0(\.0*)?\s*$/
  const names = header
    .split(',')
    .filter((part) => !refused.test(part))
    .map((part) => part.split(';', 1)[0]?.trim().toLowerCase())
  return ENCODINGS.map(({ name }) => name).filter((name) => names.includes(name))
}

/** @param {string | undefined} header @param {string} etag */
function isMatch(header, etag) {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes('*') || tags.includes(etag)
}

/** @param {string} type */
function isText(type) {
  return Object.values(TEXT).includes(type)
}

/** @param {Buffer} content */
function brotli(content) {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: size } = constants
  return promisify(brotliCompress)(content, { params: { [quality]: 11, [size]: content.length } })
}
