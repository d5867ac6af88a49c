import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { BODY_LIMIT } from './door.mjs'
import { makeServer } from './serve.mjs'
import { compressStatic, makeStatic } from './static.mjs'

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }
type Ask = { method?: string; path?: string; headers?: http.OutgoingHttpHeaders; body?: Buffer[] }

const SCRIPT = 'export const words = "the same line, over and over"\n'.repeat(100)
let folder = ''
let port = 0
let server = http.createServer()
let drain = async () => {}
const agent = new http.Agent({ keepAlive: true })

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-serve-'))
  mkdirSync(path.join(folder, 'static', 'chunks'), { recursive: true })
  writeFileSync(path.join(folder, 'static', 'chunks', 'a b.js'), SCRIPT)
  writeFileSync(path.join(folder, 'static', 'font.woff2'), 'x'.repeat(1000))
  await compressStatic(path.join(folder, 'static'), path.join(folder, 'store'))
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
})

/** A handler that says what it was given: the length of the body, and who is said to ask. */
async function echo(request: http.IncomingMessage, response: http.ServerResponse) {
  if (request.url === '/slow') await sleep(400)
  if (request.url === '/throws') throw new Error('on purpose')
  let length = 0
  for await (const chunk of request) length += chunk.length
  response.end(JSON.stringify({ length, ...request.headers }))
}

async function open(trustProxy = false) {
  const serveStatic = makeStatic(path.join(folder, 'static'), path.join(folder, 'store'))
  const made = makeServer(echo, serveStatic, trustProxy)
  ;({ server, drain } = made)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as net.AddressInfo).port
}

function ask({ body = [], ...options }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, agent, ...options }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const { statusCode: status = 0, headers } = response
      resolve({ status, headers, body: Buffer.concat(chunks) })
    })
    request.once('error', reject)
    for (const chunk of body) request.write(chunk)
    request.end()
  })
}

describe('the front door', () => {
  const chunked = { 'Transfer-Encoding': 'chunked' }
  const big = Buffer.alloc(BODY_LIMIT + 1)
  const tree = encodeURIComponent('["",{"children":["a",{}]}]')
  test.each<[string, Ask, number]>([
    ['a page', { path: '/questions/a?q=%E0%A4%A' }, 200],
    ['an escape that is none', { path: '/%E0%A4%A' }, 400],
    ['another host', { path: '//evil.example/' }, 400],
    ['a whole address', { path: 'http://evil.example/' }, 400],
    ['a way up', { path: '/a/..%2f..%2fetc' }, 400],
    ['a NUL', { path: '/a%00b' }, 400],
    ['a backslash', { path: '/a%5Cb' }, 400],
    ['an endless address', { path: `/${'a'.repeat(5000)}` }, 400],
    ['a method of WebDAV', { method: 'PROPFIND', path: '/api/me' }, 405],
    ['a form posted to a page', { method: 'POST', path: '/sign-in' }, 405],
    ['a server action', { path: '/api/me', headers: { 'Next-Action': 'a' } }, 400],
    [
      'a multipart form',
      { method: 'POST', path: '/api/me', headers: { 'Content-Type': 'Multipart/form-data; x' } },
      415,
    ],
    ['a router state', { headers: { 'Next-Router-State-Tree': tree } }, 200],
    ['a router state that is none', { headers: { 'Next-Router-State-Tree': '[' } }, 400],
    ['a router state of another shape', { headers: { 'Next-Router-State-Tree': '["",1]' } }, 400],
    ['the largest body', { method: 'POST', path: '/api/x', body: [big.subarray(1)] }, 200],
    ['a larger one', { method: 'POST', path: '/api/x', body: [big], headers: {} }, 413],
    [
      'a larger one in pieces',
      { method: 'POST', path: '/api/x', body: [big], headers: chunked },
      413,
    ],
    [
      'one whose length is told before',
      {
        method: 'POST',
        path: '/api/x',
        headers: { 'Content-Length': 1e9, Expect: '100-continue' },
      },
      413,
    ],
    ['a handler that throws', { path: '/throws' }, 500],
  ])('%s', async (_name, options, status) => {
    await open()
    const answer = await ask(options)
    expect([answer.status, answer.body.toString()]).toEqual([status, expect.stringMatching(/./)])
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  test('under /api a refusal is JSON, with a code and a sentence', async () => {
    await open()
    const { body } = await ask({ method: 'POST', path: '/api/x', body: [big] })
    expect(JSON.parse(String(body))).toEqual({
      error: { code: 'too-large', message: expect.stringContaining('64 kB') },
    })
  })

  test('a body in pieces arrives whole', async () => {
    await open()
    const body = Array.from({ length: 8 }, () => Buffer.alloc(8000))
    const answer = await ask({ method: 'POST', path: '/api/x', headers: chunked, body })
    expect(JSON.parse(String(answer.body))).toMatchObject({ length: 64_000 })
  })

  test('who refuses to stop sending loses the connection', async () => {
    await open()
    const socket = net.connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write('POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\n')
    const closed = new Promise((resolve) => socket.once('close', resolve))
    const send = setInterval(() => socket.write(Buffer.alloc(100_000)), 2)
    await closed
    clearInterval(send)
    expect(socket.destroyed).toBe(true)
  })

  test.each([
    [false, { 'x-forwarded-for': '127.0.0.1' }],
    [true, { 'x-forwarded-for': '10.0.0.2', 'x-forwarded-host': 'site.example' }],
  ])('with a trusted proxy %s, it is believed who asks: %j', async (trust, expected) => {
    await open(trust)
    const headers = { 'X-Forwarded-For': '6.6.6.6, 10.0.0.2', 'X-Forwarded-Host': 'site.example' }
    const { body } = await ask({ headers: { ...headers, 'X-Middleware-Subrequest': 'proxy' } })
    const { 'x-forwarded-for': by, 'x-forwarded-host': host, ...rest } = JSON.parse(String(body))
    expect({ 'x-forwarded-for': by, ...(host && { 'x-forwarded-host': host }) }).toEqual(expected)
    expect(rest).not.toHaveProperty('x-middleware-subrequest')
  })

  test('an upgrade is refused and its connection closed', async () => {
    await open()
    const socket = net.connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    let text = ''
    for await (const chunk of socket) text += chunk
    expect(text).toContain('400 Bad Request')
  })
})

describe('the static layer', () => {
  const file = '/_next/static/chunks/a%20b.js'
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['', undefined, (body: Buffer) => body],
  ])('a script, for who accepts "%s"', async (accepted, encoding, decode) => {
    await open()
    const { status, headers, body } = await ask({
      path: file,
      headers: { 'Accept-Encoding': accepted },
    })
    expect([status, headers['content-encoding']]).toEqual([200, encoding])
    expect(String(decode(body))).toBe(SCRIPT)
    expect(headers).toMatchObject({
      vary: 'Accept-Encoding',
      'content-length': String(body.length),
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  test('HEAD has no body; a browser that has it is told so; encodings have tags of their own', async () => {
    await open()
    const br = { 'Accept-Encoding': 'br' }
    const head = await ask({ method: 'HEAD', path: file, headers: br })
    expect([head.status, head.body.length, Number(head.headers['content-length']) > 0]).toEqual([
      200,
      0,
      true,
    ])
    const etag = head.headers.etag ?? ''
    const again = await ask({ path: file, headers: { ...br, 'If-None-Match': `"x", W/${etag}` } })
    expect([again.status, again.body.length]).toEqual([304, 0])
    const plain = await ask({ path: file, headers: { 'If-None-Match': etag } })
    expect([plain.status, plain.headers.etag === etag]).toEqual([200, false])
  })

  test('a font goes as it is; what is not there goes on to Next', async () => {
    await open()
    const font = await ask({
      path: '/_next/static/font.woff2',
      headers: { 'Accept-Encoding': 'br' },
    })
    expect([font.headers['content-type'], font.body.length]).toEqual(['font/woff2', 1000])
    expect(font.headers['content-encoding']).toBeUndefined()
    const { body } = await ask({ path: '/_next/static/none.js' })
    expect(JSON.parse(String(body))).toHaveProperty('length', 0)
  })
})

describe('stopping', () => {
  test('finishes what is in flight, also what comes over an open connection, and takes no more', async () => {
    await open()
    await ask({ path: '/' })
    const slow = ask({ path: '/slow' })
    await sleep(50)
    const unused = net.connect(port, '127.0.0.1')
    await new Promise((resolve) => unused.once('connect', resolve))
    const stopped = drain()
    await sleep(20)
    const last = await slow
    expect([last.status, last.headers.connection]).toEqual([200, 'keep-alive'])
    await stopped
    expect(unused.destroyed || unused.readableEnded || (await closes(unused))).toBe(true)
    await expect(ask({ path: '/' })).rejects.toThrow(/ECONNREFUSED/)
  })

  test('a request on a kept-alive connection just after the signal is answered, and is the last', async () => {
    await open()
    await ask({ path: '/' })
    const stopped = drain()
    const answer = await ask({ path: '/' })
    expect([answer.status, answer.headers.connection]).toEqual([200, 'close'])
    await stopped
  })
})

function closes(socket: net.Socket) {
  return Promise.race([
    new Promise((resolve) => socket.once('close', () => resolve(true))),
    sleep(1000).then(() => false),
  ])
}
