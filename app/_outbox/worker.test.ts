import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, test } from 'vitest'
import { workerScript } from './worker.ts'

// The worker's text, run in a world of its own: a few caches, a network that can go, and the events that
// a browser sends.

const ORIGIN = 'https://ridgeline.test'
const HTML = { 'content-type': 'text/html; charset=utf-8' }

type Route = { body: string; status?: number; headers?: Record<string, string> }

let network: Map<string, Route> | null
let asked: string[]
let world: Map<string, Map<string, Response>>

beforeEach(() => {
  asked = []
  world = new Map()
  network = new Map<string, Route>([
    ['/offline', { body: 'no network', headers: HTML }],
    ['/api/search?shape=1', { body: '{}', headers: { 'content-type': 'application/json' } }],
    ['/questions/a', { body: 'a', headers: HTML }],
    ['/mock/1', { body: 'mine', headers: { ...HTML, 'cache-control': 'private, no-store' } }],
    ['/missing', { body: 'not here', status: 404, headers: HTML }],
    ['/api/me', { body: '{"user":{"email":"ada@example.org"}}' }],
    ['/_next/static/chunks/1.js', { body: 'one', headers: { vary: 'Accept-Encoding' } }],
    ['/_next/static/chunks/2.js', { body: 'two' }],
  ])
})

async function answer(input: Request | string): Promise<Response> {
  const { pathname, search } = new URL(typeof input === 'string' ? input : input.url, ORIGIN)
  asked.push(pathname + search)
  const route = network?.get(pathname + search)
  if (!network) throw new TypeError('Failed to fetch')
  if (!route) return new Response('', { status: 404 })
  return new Response(route.body, { status: route.status ?? 200, headers: route.headers ?? {} })
}

const keyOf = (key: Request | string) => {
  const { pathname, search } = new URL(typeof key === 'string' ? key : key.url, ORIGIN)
  return pathname + search
}

function cacheOf(kept: Map<string, Response>) {
  return {
    match: async (key: Request | string) => kept.get(keyOf(key))?.clone(),
    put: async (key: Request | string, response: Response) => void kept.set(keyOf(key), response),
    delete: async (key: string) => kept.delete(keyOf(key)),
    keys: async () => [...kept.keys()].map((path) => ({ url: ORIGIN + path })),
    addAll: async (keys: Request[]) => {
      for (const key of keys) kept.set(keyOf(key), await answer(key))
    },
  }
}

/** Installs a worker of a build. @returns what a browser sends it */
async function install(build: string, isOff = false) {
  const listeners = new Map<string, (event: object) => void>()
  let isRegistered = true
  const self = {
    addEventListener: (type: string, listener: (event: object) => void) =>
      void listeners.set(type, listener),
    location: { origin: ORIGIN },
    registration: {
      unregister: async () => {
        isRegistered = false
        return true
      },
    },
    clients: { claim: async () => {} },
    skipWaiting: async () => {},
    fetch: answer,
    caches: {
      open: async (name: string) => {
        const kept = world.get(name) ?? new Map<string, Response>()
        world.set(name, kept)
        return cacheOf(kept)
      },
      keys: async () => [...world.keys()],
      delete: async (name: string) => world.delete(name),
    },
  }
  const assets = ['/_next/static/chunks/1.js', '/_next/static/chunks/2.js']
  class LocalRequest extends Request {
    constructor(input: string, init?: RequestInit) {
      super(new URL(input, ORIGIN), init)
    }
  }
  const globals = { self, URL, Request: LocalRequest, Response, Promise, Set, setTimeout, Error }
  runInNewContext(workerScript({ build, assets: isOff ? [] : assets, isOff }), globals)

  async function send(type: string, event: object = {}): Promise<Response | undefined> {
    const works: Promise<unknown>[] = []
    let reply: Promise<Response> | undefined
    listeners.get(type)?.({
      waitUntil: (work: Promise<unknown>) => void works.push(work),
      respondWith: (response: Promise<Response>) => void (reply = response),
      ...event,
    })
    const response = await reply
    for (const work of works) await work
    return response
  }
  await send('install')
  await send('activate')
  return {
    isRegistered: () => isRegistered,
    /** what a page does that has loaded */
    registerAgain: () => void (isRegistered = true),
    loaded: (path: string) => send('message', { source: { url: ORIGIN + path } }),
    visit: (path: string) => send('fetch', { request: request(path, 'navigate') }),
    get: (path: string, headers = {}, method = 'GET') =>
      send('fetch', { request: request(path, 'cors', headers, method) }),
  }
}

function request(path: string, mode: string, headers = {}, method = 'GET') {
  return { url: ORIGIN + path, mode, method, headers: new Headers(headers) }
}

const pages = (name: string) => [...(world.get(name)?.keys() ?? [])].toSorted()

describe('without a network', () => {
  test.each([
    ['a page that was visited', '/questions/a', 'a'],
    ['the same under a question mark', '/questions/a?s=1.x~2', 'a'],
    ['a page that was not', '/questions/b', 'no network'],
    ['a page that was drawn for somebody', '/mock/1', 'no network'],
    ['a page that does not exist', '/missing', 'no network'],
  ])('%s', async (_name, path, text) => {
    const worker = await install('one')
    for (const each of ['/questions/a', '/mock/1', '/missing']) await worker.visit(each)
    network = null
    expect(await (await worker.visit(path))!.text()).toBe(text)
  })

  test('files, also those that no page has asked for, and the search index', async () => {
    const worker = await install('one')
    await worker.loaded('/questions/a')
    network = null
    expect(await (await worker.get('/_next/static/chunks/2.js'))!.text()).toBe('two')
    expect(await (await worker.get('/api/search?shape=1'))!.text()).toBe('{}')
    expect(await (await worker.visit('/questions/a'))!.text()).toBe('a') // the page that had loaded
  })
})

test.each([
  ['/api/me', {}, 'GET'],
  ['/api/auth/session', {}, 'GET'],
  ['/api/attempts', {}, 'POST'],
  ['/api/export/json', {}, 'GET'],
  ['/api/search?shape=2', {}, 'GET'],
])('%s goes past it', async (path, headers, method) => {
  const worker = await install('one')
  const before = asked.length
  expect(await worker.get(path, headers, method)).toBeUndefined()
  expect(asked.length).toBe(before)
  expect(pages('ridgeline-one')).toEqual(['/api/search?shape=1', '/offline'])
})

test('a page that was reached within the site is kept as one that was visited', async () => {
  const worker = await install('one')
  expect(await worker.get('/questions/a?_rsc=x', { rsc: '1' })).toBeUndefined()
  expect(pages('ridgeline-one')).toContain('/questions/a')
  await worker.get('/mock/1?_rsc=x', { rsc: '1' })
  await worker.get('/mock/1?_rsc=y', { rsc: '1' })
  expect(asked.filter((path) => path === '/mock/1')).toHaveLength(1) // and then let be
  expect(pages('ridgeline-one')).not.toContain('/mock/1')
})

test('a page is the network’s while there is one, and a broken server’s is not', async () => {
  const worker = await install('one')
  await worker.visit('/questions/a')
  network!.set('/questions/a', { body: 'newer', headers: HTML })
  expect(await (await worker.visit('/questions/a'))!.text()).toBe('newer')
  network!.set('/questions/a', { body: 'bad gateway', status: 502, headers: HTML })
  expect(await (await worker.visit('/questions/a'))!.text()).toBe('newer')
})

test('a new build takes the pages over and leaves the last one its files', async () => {
  const first = await install('one')
  await first.visit('/questions/a')
  await first.loaded('/questions/a')
  network!.delete('/_next/static/chunks/1.js') // the server has the new build alone
  network!.set('/questions/a', { body: 'a of two', headers: HTML })
  const second = await install('two')
  expect(await (await second.get('/_next/static/chunks/1.js'))!.text()).toBe('one')
  await second.loaded('/')
  expect(pages('ridgeline-two')).toContain('/questions/a')
  expect([...world.keys()]).toEqual(['ridgeline-one', 'ridgeline-two'])
  network = null
  expect(await (await second.visit('/questions/a'))!.text()).toBe('a of two')

  network = new Map([['/offline', { body: 'no network', headers: HTML }]])
  await (await install('three')).loaded('/')
  expect([...world.keys()]).toEqual(['ridgeline-two', 'ridgeline-three'])
})

test('a build whose first files cannot be had does not replace the last', async () => {
  await install('one')
  network = null
  await expect(install('two')).rejects.toThrow('Failed to fetch')
})

test('switched off it deletes what it kept and takes itself out', async () => {
  await (await install('one')).visit('/questions/a')
  const off = await install('one', true)
  expect([...world.keys()]).toEqual([])
  expect(off.isRegistered()).toBe(false)
  expect(await off.visit('/questions/a')).toBeUndefined()
})

test('a page that registered it again while it went does not keep it', async () => {
  const off = await install('one', true)
  off.registerAgain()
  await off.loaded('/questions/a')
  expect(off.isRegistered()).toBe(false)
})
