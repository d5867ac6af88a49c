import { randomUUID } from 'node:crypto'
import { createDatabase, withClient } from '#lib/boot/connection.mjs'
import { migrate } from '#lib/boot/migrate.mjs'
import type { Entry } from '#lib/action.ts'
import { asking } from './next-headers.ts'
import { fill, type Route, routes } from './routes.ts'
import type { Somebody } from './somebody.ts'

/*
 * The site's routes without a server: each is called as Next calls it, on a database of its own, so that
 * a test may say of every row of every table whether it has changed.
 */

export const HOST = 'site.test'

export type Reply = { status: number; text: string; json: unknown; headers: Headers; ms: number }
export type Listed = Route & { entry: Entry }

type Sent = {
  params?: Record<string, string>
  query?: Record<string, string>
  /** sent as JSON */
  body?: unknown
  /** sent as it is, in place of a body */
  raw?: BodyInit
  headers?: Record<string, string>
}

/** Every route of the registry. Before the first call of `db()`: it decides which database that is. */
export async function openSite(): Promise<{ routes: Listed[]; close: () => Promise<void> }> {
  const url = new URL(process.env['DATABASE_URL'] ?? '')
  url.pathname = `/faults_${randomUUID().slice(0, 8)}`
  await createDatabase(url.href)
  // Nothing is killed here: who kills PostgreSQL has a server of its own.
  await asAdmin(url, `alter database "${nameIn(url)}" set synchronous_commit = off`)
  await migrate(url.href)
  process.env['DATABASE_URL'] = url.href
  const listed = (await routes()).filter((route): route is Listed => route.entry !== null)
  return { routes: listed, close: () => drop(url) }
}

/** As Next would, with the cookies of a browser, which keeps those that come back. */
export async function send(route: Listed, by: Somebody, sent: Sent = {}): Promise<Reply> {
  const { params = {}, query, body, raw, headers = {} } = sent
  const url = new URL(fill(route.path, params), `http://${HOST}`)
  url.search = new URLSearchParams(query).toString()
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const carried = new Headers({
    host: HOST,
    origin: `http://${HOST}`,
    'x-forwarded-for': '192.0.2.1',
    ...(content !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  })
  const init = { method: route.method, headers: carried, duplex: 'half' as const }
  const request = new Request(url, content === undefined ? init : { ...init, body: content })
  const before = performance.now()
  const response = await asking.run({ jar: by.jar, headers: carried }, () =>
    route.entry.handler(request, { params: Promise.resolve(params) }),
  )
  const text = await response.text()
  const ms = performance.now() - before
  return { status: response.status, text, json: parse(text), headers: response.headers, ms }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function drop(url: URL): Promise<void> {
  await asAdmin(url, `drop database if exists "${nameIn(url)}" with (force)`)
}

async function asAdmin(url: URL, statement: string): Promise<void> {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  await withClient(admin.href, (client) => client.query(statement))
}

function nameIn({ pathname }: URL): string {
  return pathname.slice(1)
}
