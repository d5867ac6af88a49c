import { randomBytes } from 'node:crypto'
import http from 'node:http'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'

// S1 where only the whole server can be asked: pages with malformed headers of the router (Flight),
// absurd paths, and next-auth, which reads its own input. Never 5xx, nothing written. And S11 for the two
// events that only next-auth brings about. The site's own routes: app/api/_faults/fuzz.ts.

/** Requests for one page or one route of next-auth. */
const CASES = faultSize(100, 2_000)
const AT_ONCE = 8

const PAGES = [
  '/',
  '/questions',
  '/questions/l1-vs-l2-regularization',
  '/demos/paths',
  '/mock/01ARZ3NDEKTSV4RRFFQ69G5FAV',
  '/account',
  '/write/kinds',
  '/sign-in',
  '/m/x',
  '/reset/x',
]
const AUTH = [
  'csrf',
  'session',
  'providers',
  'signin',
  'signin/credentials',
  'signin/github',
  'callback/credentials',
  'callback/github',
  'signout',
  'error',
  '_log',
  'nothing',
].map((name) => `/api/auth/${name}`)

type Asked = { method: string; path: string; headers: Record<string, string>; body?: string }

const tree = (value: unknown) => encodeURIComponent(JSON.stringify(value))
const deep = (n: number): unknown => (n === 0 ? ['', {}] : ['a', { children: deep(n - 1) }])
const JUNK = ['', '0', '1', 'null', '{}', '[]', '"', '%', '%00', '%ff', '\u00ff', 'a'.repeat(3_000)]

/** One header, or two that belong together. */
const HEADERS: Record<string, string>[] = [
  { rsc: '1' },
  { rsc: 'x', accept: 'text/x-component' },
  ...JUNK.map((junk) => ({ rsc: '1', 'next-router-state-tree': junk })),
  ...[['', {}], ['', { children: 1 }], ['', {}, null, 'refetch'], deep(5), deep(80), [[], []]].map(
    (value) => ({ rsc: '1', 'next-router-state-tree': tree(value) }),
  ),
  ...JUNK.map((junk) => ({
    rsc: '1',
    'next-router-prefetch': '1',
    'next-router-segment-prefetch': junk,
  })),
  { rsc: '1', 'next-router-segment-prefetch': '/../../etc/passwd' },
  ...JUNK.map((junk) => ({ 'next-action': junk })),
  ...JUNK.map((junk) => ({ rsc: '1', 'next-url': junk })),
  { rsc: '1', 'next-hmr-refresh': '1' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware' },
  { 'x-nextjs-data': '1' },
  { 'x-matched-path': '/api/me' },
  { 'next-resume': '1' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'javascript' },
  { cookie: 'ridgeline.session=a.b.c.d.e; ridgeline.guest=x.y' },
  { cookie: 'ridgeline.session=' + 'x'.repeat(3_000) },
  { cookie: '=;;;__proto__=1; a=%E0%A4%A' },
  { cookie: 'next-auth.csrf-token=%00%7C; next-auth.callback-url=javascript:alert(1)' },
  { range: 'bytes=9-1,-', 'if-none-match': '"x', 'if-modified-since': 'never' },
  { 'accept-encoding': 'x;q=9', 'accept-language': '*;q=x' },
  { authorization: 'Basic %%%' },
  { 'content-type': 'multipart/form-data; boundary=' },
  { 'transfer-encoding': 'chunked' },
]

const SEGMENTS = [
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5c',
  '%00',
  '%ff%fe',
  '%E0%A4%A',
  '%F0%9F%92%A9',
  '%u0041',
  '%25%32%65',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '%5Bslug%5D',
  '(home)',
  '@slot',
  '$d$x',
  'a'.repeat(1_500),
  '%F0%9D%92%B3'.repeat(100),
  ';a=b',
  '.rsc',
  'x.txt',
  'x.segments/_tree.segment.rsc',
  '?a[]=1&a[b]=2&__proto__[x]=1',
  '?s=1.' + '~'.repeat(2_000),
  '?q=%00',
  '?q=%ff&topic=%F0%9F%92%A9',
  '?_rsc=%7B',
]

const BODIES: [string, string][] = [
  ['application/json', ''],
  ['application/json', '{'],
  ['application/json', 'null'],
  ['application/json', '[]'],
  ['application/json', '{"csrfToken":{"a":1},"email":[],"password":{}}'],
  ['application/json', '{"callbackUrl":"javascript:alert(1)","json":"true"}'],
  ['application/json', '['.repeat(20_000)],
  ['application/json', `{"email":"${'a'.repeat(60_000)}"}`],
  ['application/x-www-form-urlencoded', ''],
  ['application/x-www-form-urlencoded', 'csrfToken=x&email=%00&password=%ff'],
  ['application/x-www-form-urlencoded', 'email=a&email=b&password=c&json=true'],
  ['application/x-www-form-urlencoded', '&'.repeat(20_000)],
  ['application/x-www-form-urlencoded', 'callbackUrl=//evil.example&redirect=false'],
  ['text/plain', 'x'],
  ['', 'x'],
  ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
]

test(`S1: pages, paths and next-auth with ${CASES} malformed requests each: no 5xx, nothing written`, async () => {
  test.setTimeout(120_000 + CASES * 3_000)
  const ground = await makeGround()
  try {
    const before = await counts(ground)
    const asked = [...PAGES, ...AUTH].flatMap((path) => casesFor(path, ground.url))
    const broken: string[] = []
    let slow = 0
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const answers = await Promise.all(
        asked.slice(at, at + AT_ONCE).map((each) => ask(ground.url, each)),
      )
      for (const [nth, { status, ms }] of answers.entries()) {
        const said = JSON.stringify(asked[at + nth]).slice(0, 300)
        if (status === 0 || status >= 500) broken.push(`${status}: ${said}`)
        if (ms > 1_000) slow++
      }
    }
    expect(broken).toEqual([])
    expect(await counts(ground)).toEqual(before)
    // Several at once on a machine that others use too: told, and not a limit.
    console.log(`S1 over HTTP: ${asked.length} requests, ${slow} answers over 1 s`)
    // The control: the server is still there, and does answer what is right.
    expect((await ask(ground.url, { method: 'GET', path: '/questions', headers: {} })).status).toBe(
      200,
    )
  } finally {
    await ground.leave()
  }
})

test('S11: signing in and out stands in the audit, with the number that the request has in the log', async () => {
  test.setTimeout(120_000)
  const ground = await makeGround()
  const { url } = ground
  const jar = new Map<string, string>()
  const call = async (path: string, body?: object) => {
    const response = await fetch(url + path, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        Origin: url,
        'Content-Type': 'application/json',
        Cookie: [...jar].map((pair) => pair.join('=')).join('; '),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      jar.set(key!, value!)
    }
    return {
      id: response.headers.get('x-request-id'),
      json: await response.json().catch(() => null),
    }
  }
  try {
    const account = { email: 'ada@example.org', password: 'correct horse battery' }
    const made = await call('/api/sign-up', account)
    const { csrfToken } = (await call('/api/auth/csrf')).json as { csrfToken: string }
    const wrong = { ...account, password: 'not the password', csrfToken, json: true }
    await call('/api/auth/callback/credentials', wrong)
    const opened = await call('/api/auth/callback/credentials', {
      ...account,
      csrfToken,
      json: true,
    })
    const closed = await call('/api/auth/signout', { csrfToken, json: true })
    const { rows } = await ground.pool.query(
      'select event, request_id, actor from audit order by id',
    )
    expect(rows.map(({ event, request_id }) => [event, request_id])).toEqual([
      ['sign-up', made.id],
      ['sign-in', opened.id],
      ['sign-out', closed.id],
    ])
    expect(new Set(rows.map(({ actor }) => actor)).size).toBe(1)
    expect(JSON.stringify(rows)).not.toContain('ada')
    for (const secret of ['ada@example.org', 'horse', 'not the password', csrfToken])
      expect(ground.output()).not.toContain(secret)
  } finally {
    await ground.leave()
  }
})

type Ground = Awaited<ReturnType<typeof makeGround>>

async function makeGround() {
  const database = await migratedDatabase()
  const server = await startServer({
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  })
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  pool.on('error', () => {})
  return {
    pool,
    url: server.url,
    output: server.output,
    leave: async () => {
      await pool.end()
      await server.stop()
      await database.leave()
    },
  }
}

/** All that there is once, and then by a generator that is the same each time. */
function casesFor(path: string, origin: string): Asked[] {
  const isAuth = path.startsWith('/api/auth')
  const random = generator(path)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  return Array.from({ length: CASES }, (_, nth): Asked => {
    const headers = HEADERS[nth] ?? { ...pick(HEADERS), ...pick(HEADERS) }
    const end = nth % 3 === 1 ? pick(SEGMENTS) : ''
    const address =
      end.startsWith('?') || end === '' ? path + end : `${path.replace(/\/$/, '')}/${end}`
    if (!isAuth || nth % 2)
      return {
        method: pick(['GET', 'GET', 'GET', 'HEAD', 'POST', 'TRACE']),
        path: address,
        headers: { origin, ...headers },
      }
    const [type, body] = pick(BODIES)
    return {
      method: 'POST',
      path: address,
      headers: {
        origin,
        ...(type && { 'content-type': type }),
        cookie: pick(HEADERS)['cookie'] ?? '',
      },
      body,
    }
  })
}

/** Numbers in [0, 1) that follow from a name (mulberry32). */
function generator(name: string): () => number {
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** As it is, without what `fetch` would mend. @returns status 0 when there was no answer */
function ask(
  url: string,
  { method, path, headers, body }: Asked,
): Promise<{ status: number; ms: number }> {
  const { hostname, port } = new URL(url)
  const before = performance.now()
  const given = (status: number) => ({ status, ms: performance.now() - before })
  return new Promise((resolve) => {
    let request: http.ClientRequest
    try {
      request = http.request(
        { hostname, port, method, path, headers, timeout: 20_000 },
        (response) => {
          response.resume()
          response.on('end', () => resolve(given(response.statusCode ?? 0)))
          response.on('error', () => resolve(given(0)))
        },
      )
    } catch {
      // Node refuses to send it at all.
      return resolve({ status: 400, ms: 0 })
    }
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(given(0)))
    request.end(body)
  })
}

async function counts({ pool }: Ground): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'limits'`,
  )
  const each = tables.map(
    ({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`,
  )
  const { rows } = await pool.query(`${each.join(' union all ')} order by name`)
  return JSON.stringify(rows)
}
