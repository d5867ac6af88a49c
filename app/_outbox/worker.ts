/** What the worker uses of its global object: `self` is typed as a window here. */
type Scope = Pick<typeof globalThis, 'caches' | 'fetch'> & {
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void
  location: { origin: string }
  navigator?: { connection?: { saveData?: boolean } }
  registration: { unregister(): Promise<boolean> }
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
}

type WorkerEvent = {
  request: Request
  source: { url: string } | null
  waitUntil(work: Promise<unknown>): void
  respondWith(response: Promise<Response>): void
}

export type WorkerConfig = {
  /** Next's id of the build: each has a cache of its own */
  build: string
  /** addresses of the build's own files, whose names change with their content */
  assets: readonly string[]
  /** the kill switch: nothing is kept any more, and the worker takes itself out */
  isOff: boolean
}

/** The text of /service-worker. */
export function workerScript(config: WorkerConfig): string {
  return `(${serviceWorker.toString()})(self, ${JSON.stringify(config)})`
}

/**
 * Keeps for reading without a network: pages that were visited (as they are for everybody, never one that
 * was drawn for somebody), the search index, and the files of the build. Everything else, all of /api
 * among it, goes past it. A page comes from the network if there is one. Files are found by names that
 * change with their content, in whichever cache: so a page of an older build finds its own, and never
 * another's. Its text travels alone, so it has to be self-contained.
 */
export function serviceWorker(scope: Scope, { build, assets, isOff }: WorkerConfig): void {
  const { caches, fetch } = scope
  const FAMILY = 'ridgeline-'
  const OWN = FAMILY + build
  const OFFLINE = '/offline'
  const INDEX = '/api/search?shape=1'
  const PAGES = 150
  const PATIENCE_MS = 4_000
  let filling: Promise<void> | undefined
  /** Pages that were drawn for a request: not to be asked for again and again. */
  const passing = new Set<string>()

  scope.addEventListener('install', (event) => {
    event.waitUntil(isOff ? scope.skipWaiting() : begin())
  })
  scope.addEventListener('activate', (event) => {
    event.waitUntil(isOff ? end() : scope.clients.claim())
  })
  // A page that registers it while it takes itself out brings it back: it goes again once that page has loaded.
  if (isOff) return scope.addEventListener('message', (event) => event.waitUntil(end()))

  // A page says that it has loaded: what is still missing can be fetched without being in its way.
  scope.addEventListener('message', (event) => {
    const visited = event.source ? keepPage(new URL(event.source.url).pathname) : null
    filling ??= fill().finally(() => (filling = undefined))
    event.waitUntil(Promise.all([visited, filling]))
  })

  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const url = new URL(request.url)
    if (request.method !== 'GET' || url.origin !== scope.location.origin) return
    if (url.pathname.startsWith('/_next/static/')) event.respondWith(file(request))
    else if (url.pathname + url.search === INDEX) event.respondWith(index(event))
    else if (url.pathname.startsWith('/api/')) return
    else if (request.mode === 'navigate') event.respondWith(page(event, url.pathname))
    // Within the site pages are changed without a navigation: kept is what one would have had by it.
    else if (request.headers.get('rsc') && !request.headers.get('next-router-prefetch'))
      event.waitUntil(keepPage(url.pathname))
  })

  async function begin(): Promise<void> {
    const own = await caches.open(OWN)
    await own.addAll([OFFLINE, INDEX].map((path) => new Request(path, { cache: 'no-cache' })))
    await scope.skipWaiting()
  }

  async function end(): Promise<void> {
    for (const name of await generations()) await caches.delete(name)
    await scope.registration.unregister()
  }

  async function page(event: WorkerEvent, path: string): Promise<Response> {
    const kept = await find(path)
    try {
      const response = await within(fetch(event.request), kept ? PATIENCE_MS : null)
      if (response.status >= 500 && kept) return kept
      if (isKeepable(response)) event.waitUntil(keep(path, response.clone()))
      return response
    } catch {
      return kept ?? (await find(OFFLINE)) ?? Response.error()
    }
  }

  async function file(request: Request): Promise<Response> {
    const kept = await find(request)
    if (kept) return kept
    const response = await fetch(request)
    if (response.ok) await keep(request, response.clone())
    return response
  }

  async function index(event: WorkerEvent): Promise<Response> {
    try {
      const response = await fetch(event.request)
      if (response.ok) event.waitUntil(keep(INDEX, response.clone()))
      return response
    } catch {
      return (await find(INDEX)) ?? Response.error()
    }
  }

  async function keepPage(path: string): Promise<void> {
    const own = await caches.open(OWN)
    if (passing.has(path) || (await own.match(path, { ignoreVary: true }))) return
    const response = await fetch(path, { cache: 'no-cache' }).catch(() => null)
    if (response && isKeepable(response)) await keep(path, response)
    else if (response?.ok) passing.add(path)
  }

  /** The build's files, and the pages that an older build has kept, anew. Then that build can go. */
  async function fill(): Promise<void> {
    if (scope.navigator?.connection?.saveData) return
    const own = await caches.open(OWN)
    for (const asset of assets) {
      if (await own.match(asset)) continue
      const response = (await find(asset)) ?? (await fetch(asset).catch(() => null))
      if (!response) return // The network is gone: at the next page.
      if (response.ok) await own.put(asset, response)
    }
    const [, last, ...older] = await generations()
    if (last) for (const path of await pagesOf(last)) await keepPage(path)
    // The last build stays until the next: pages of it may be open, and ask for more of its files.
    for (const name of older) await caches.delete(name)
  }

  async function keep(key: Request | string, response: Response): Promise<void> {
    const own = await caches.open(OWN)
    await own.put(key, response)
    if (typeof key !== 'string') return
    const pages = await pagesOf(OWN)
    for (const path of pages.slice(0, Math.max(0, pages.length - PAGES))) await own.delete(path)
  }

  /** This build's own cache first, then the newest. */
  async function generations(): Promise<string[]> {
    const names = (await caches.keys()).filter((name) => name.startsWith(FAMILY))
    return [
      ...names.filter((name) => name === OWN),
      ...names.filter((name) => name !== OWN).reverse(),
    ]
  }

  async function find(key: Request | string): Promise<Response | undefined> {
    for (const name of await generations()) {
      const kept = await (await caches.open(name)).match(key, { ignoreVary: true })
      if (kept) return kept
    }
    return undefined
  }

  async function pagesOf(name: string): Promise<string[]> {
    const keys = await (await caches.open(name)).keys()
    const paths = keys.map(({ url }) => new URL(url).pathname)
    return paths.filter((path) => path !== OFFLINE && !/^\/(_next|api)\//.test(path))
  }

  /** What is the same for everybody: a page that was drawn for a request forbids to be stored. */
  function isKeepable({ status, redirected, headers }: Response): boolean {
    return (
      status === 200 &&
      !redirected &&
      (headers.get('content-type') ?? '').startsWith('text/html') &&
      !/no-store|private/.test(headers.get('cache-control') ?? '')
    )
  }

  function within<T>(work: Promise<T>, ms: number | null): Promise<T> {
    if (ms === null) return work
    return Promise.race([
      work,
      new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('too slow')), ms)),
    ])
  }
}
