import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { stopNotice } from './environment.mjs'
import { inRequest, logLevel, makeLog, plain, takeConsole } from './log.mjs'
import { makeObserver } from './observe.mjs'
import { routeNames } from './routes.mjs'

const console_ = { ...console }
afterEach(() => void Object.assign(console, console_))

/** A log that is kept, a line each. */
async function keptLog(level = 'info') {
  const lines: Record<string, unknown>[] = []
  const out = { write: (text: string) => void lines.push(JSON.parse(text)) }
  return { lines, log: await makeLog(out, level) }
}

describe('the log', () => {
  test('says which request it is about, also after waiting', async () => {
    const { log, lines } = await keptLog()
    await inRequest({ id: 'one' }, async () => {
      await new Promise(setImmediate)
      log.info('within')
    })
    log.info('without')
    expect(lines).toMatchObject([
      { level: 'info', request: 'one', msg: 'within' },
      { msg: 'without' },
    ])
    expect(lines[1]).not.toHaveProperty('request')
    expect(lines[0]!['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  test('takes what libraries say, without what they quote', async () => {
    const { log, lines } = await keptLog()
    takeConsole(log)
    const error = Object.assign(new Error('Key (email)=(ada@example.org)'), { code: 'P2002' })
    console.error('[auth] no', 'ada@example.org <bob@example.org>', { body: 'an answer' }, error)
    console.warn({ body: 'an answer' })
    console.log('x'.repeat(9000))
    expect(lines).toMatchObject([
      {
        level: 'error',
        err: { type: 'Error', code: 'P2002' },
        msg: '[auth] no (e-mail) <(e-mail)>',
      },
      { level: 'warn', msg: 'said' },
      { level: 'info' },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/example\.org|an answer|x{501}/)
  })

  test('of an error it keeps what Node says, and its cause; never what a driver says', () => {
    const missing = Object.assign(new Error("Cannot find module 'pg'"), {
      code: 'MODULE_NOT_FOUND',
    })
    const refused = Object.assign(new Error('ada@example.org'), { code: '23505', cause: missing })
    expect(plain(refused)).toMatchObject({ code: '23505', cause: { message: missing.message } })
    expect(plain(refused)).not.toHaveProperty('message')
    expect(plain('ada')).toEqual({ type: 'string' })
  })

  test.each([
    [{}, true, 'warn'],
    [{}, false, 'info'],
    [{ LOG_LEVEL: ' Debug' }, true, 'debug'],
    [{ LOG_LEVEL: 'loud' }, false, 'info'],
  ])('with %j, at a terminal %s, its level is %s', (env, isTerminal, level) => {
    expect(logLevel(env as NodeJS.ProcessEnv, isTerminal)).toBe(level)
  })
})

describe('a request', () => {
  /** Answers one, or loses its client first. */
  async function observe(trustProxy: boolean, given: string, ended = true) {
    const { log, lines } = await keptLog()
    const counted: unknown[][] = []
    const metrics = { began: () => {}, ended: (...what: unknown[]) => void counted.push(what) }
    const response = Object.assign(new EventEmitter(), {
      statusCode: 200,
      writableFinished: ended,
      setHeader: (_name: string, value: string) => void (id = value),
    })
    let id = ''
    const request = { url: '/m/secret?q=secret', method: 'GET', headers: { 'x-request-id': given } }
    makeObserver({ log, metrics, nameOf: () => '/m/[share]', trustProxy })(
      request as unknown as http.IncomingMessage,
      response as unknown as http.ServerResponse,
    )
    response.emit('close')
    return { id, lines, counted }
  }

  test.each([
    [true, 'from-the-proxy', true],
    [false, 'from-the-proxy', false],
    [true, 'short', false],
    [true, 'two\nlines are none', false],
    [true, `${'x'.repeat(129)}`, false],
  ])('with a trusted proxy %s, the id "%s" is taken: %s', async (trust, given, isTaken) => {
    const { id } = await observe(trust, given)
    if (isTaken) expect(id).toBe(given)
    else expect(id).toMatch(/^[\da-f-]{36}$/)
  })

  test('is written down by its route, and counted, also when its client has gone', async () => {
    const { id, lines, counted } = await observe(false, '')
    expect(lines).toMatchObject([{ request: id, route: '/m/[share]', status: 200, method: 'GET' }])
    expect(JSON.stringify(lines)).not.toContain('secret')
    expect(counted).toEqual([['/m/[share]', 200, expect.any(Number)]])
    expect((await observe(false, '', false)).counted[0]).toEqual([
      '/m/[share]',
      499,
      expect.any(Number),
    ])
  })
})

test('routes are named by the list of the build', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-routes-'))
  const file = path.join(folder, 'routes.json')
  const dynamicRoutes = [{ page: '/reset/[token]', regex: '^/reset/([^/]+?)(?:/)?$' }]
  writeFileSync(file, JSON.stringify({ staticRoutes: [{ page: '/questions' }], dynamicRoutes }))
  const nameOf = routeNames(file)
  expect(
    ['/questions?q=x', '/reset/abc#x', '/reset/a/b', '/_next/static/a.js', '', '/.env'].map(nameOf),
  ).toEqual(['/questions', '/reset/[token]', 'other', '/_next', 'other', 'other'])
  expect(routeNames(path.join(folder, 'none'))('/questions')).toBe('other')
  rmSync(folder, { recursive: true })
})

test.each<[string | undefined, number | RegExp]>([
  [undefined, 0],
  ['', 0],
  ['5', 5000],
  ['0.5', 500],
  ['61', /0 to 60/],
  ['-1', /0 to 60/],
  ['soon', /STOP_NOTICE is "soon"/],
])('STOP_NOTICE "%s" is %s ms', (text, ms) => {
  const env = { STOP_NOTICE: text } as unknown as NodeJS.ProcessEnv
  if (ms instanceof RegExp) expect(() => stopNotice(env)).toThrow(ms)
  else expect(stopNotice(env)).toBe(ms)
})
