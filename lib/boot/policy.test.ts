import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { securityHeaders } from './door.mjs'
import { hashesIn, makePolicy } from './policy.mjs'

const sha = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
const FIRST = 'document.title = "first"'
const PAGE = `<script data-first="">${FIRST}</script><script src="/a.js"></script>
<script>push(1)</script><script type="application/ld+json">{"@type":"Quiz"}</script>`

let pages = ''
let server: http.Server
let seen: http.IncomingHttpHeaders = {}

beforeAll(async () => {
  pages = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-pages-'))
  mkdirSync(path.join(pages, 'questions'))
  writeFileSync(path.join(pages, 'index.html'), PAGE)
  writeFileSync(path.join(pages, 'questions', 'a b.html'), '<script>push(2)</script>')
  writeFileSync(path.join(pages, '_not-found.html'), `<script data-first="">${FIRST}</script>`)
  const setPolicy = makePolicy(pages)
  // Stands for Next: a prerendered page says so; anything else is drawn for the request.
  server = http.createServer((request, response) => {
    setPolicy(request, response)
    seen = request.headers
    const { pathname } = new URL(request.url!, 'http://localhost')
    response.setHeader('Content-Type', pathname === '/api/data' ? 'application/json' : 'text/html')
    if (!pathname.startsWith('/drawn')) response.setHeader('x-nextjs-prerender', '1')
    if (pathname === '/nowhere') response.statusCode = 404
    if (pathname === '/304') response.removeHeader('Content-Type')
    if (pathname === '/304') response.statusCode = 304
    response.end('<script>injected()</script>')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  rmSync(pages, { recursive: true })
})

test('a prerendered page may run its own scripts and no other', async () => {
  const scripts = await scriptsAllowed('/?topic=x')
  expect(scripts).toEqual(["'self'", sha(FIRST), sha('push(1)')])
  expect(scripts).not.toContain(sha('injected()'))
  expect(await scriptsAllowed('/questions/a%20b')).toEqual(["'self'", sha('push(2)')])
  expect(await scriptsAllowed('/nowhere')).toEqual(["'self'", sha(FIRST)])
})

test('a page drawn for a request may run what carries its nonce, which no other request has', async () => {
  const one = await scriptsAllowed('/drawn')
  const nonce = /^'nonce-([\w+/=]{24})'$/.exec(one[2]!)![1]
  expect(one).toEqual(["'self'", sha(FIRST), `'nonce-${nonce}'`])
  expect(seen['content-security-policy']).toBe(`script-src 'nonce-${nonce}'`)
  expect(await scriptsAllowed('/drawn')).not.toContain(`'nonce-${nonce}'`)
})

test('“not modified” has a policy of a page too; data has none of a page', async () => {
  expect(await scriptsAllowed('/304')).toContain("'self'")
  expect(await policy('/api/data')).toBeNull()
  expect(seen['content-security-policy']).toBeUndefined()
})

test('the service worker may ask this site, and nobody else', async () => {
  expect(await policy('/service-worker')).toBe(
    "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
  )
  expect(await policy('/service-workeron')).not.toContain('connect-src')
})

test('nothing is ever allowed because of where it stands', async () => {
  for (const url of ['/', '/drawn', '/nowhere']) {
    const [scripts] = /script-src [^;]*/.exec((await policy(url))!)!
    expect(scripts).not.toMatch(/unsafe|https?:|\*/)
  }
})

test.each([
  ['<script async="" src="/x.js"></script>', []],
  ['<script>a()</script><script>a()</script>', [sha('a()')]],
  ['<script id="x">\n a() \n</script>', [sha('\n a() \n')]],
  ['<script type="application/ld+json">{}</script>', []],
])('in %j the scripts are %j', (html, hashes) => {
  expect(hashesIn(html)).toEqual(hashes)
})

async function policy(url: string) {
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}${url}`)).headers.get('content-security-policy')
}

async function scriptsAllowed(url: string) {
  const found = /script-src ([^;]*)/.exec((await policy(url)) ?? '')
  return found![1]!.split(' ')
}

test('S6: only a site over TLS asks to be reached in no other way', () => {
  expect(securityHeaders('https://prep.example.org')).toHaveProperty('Strict-Transport-Security')
  expect(securityHeaders('http://127.0.0.1:3000')).not.toHaveProperty('Strict-Transport-Security')
})
