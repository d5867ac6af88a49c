import 'server-only'
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { z } from 'zod'
import { actor, currentActor, type Actor } from '#lib/auth/session.ts'
import { isDatabaseAway } from '#lib/db/failure.ts'
import { env } from '#lib/env.ts'
import { readJson } from '#lib/body.ts'

/** Who may call. `anyone`: the actor is whoever asks, or null. `nobody`: no session is read. */
type Who = 'nobody' | 'anyone'

type Spec<Body> = {
  name: string
  who: Who
  /** Shape of the JSON body. Without it the body is not read. */
  body?: z.ZodType<Body>
}

type Call<Body> = {
  actor: Actor | null
  body: Body
  /** Dynamic segments of the path. */
  params: Record<string, string>
  request: Request
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

/** Every route that there is, by name: what the tests of attack and fault walk through. */
export const registry = new Map<string, { who: Who; writes: boolean; handler: Handler }>()

const log = pino({ name: 'ridgeline' })

/** A route that reads. Never writes, never makes a guest. */
export function read(
  spec: Omit<Spec<undefined>, 'body'>,
  handle: (call: Call<undefined>) => Promise<Response>,
): Handler {
  return register({ ...spec, writes: false }, (request, params) =>
    answer(request, spec, params, undefined, handle),
  )
}

/**
 * A route that writes: same origin, JSON of at most 64 kB in the given shape, then who. Somebody
 * unknown becomes a guest by `reader()`, to be called when it is certain that something is stored.
 */
export function write<Body>(
  spec: Spec<Body> & { body: z.ZodType<Body> },
  handle: (call: Call<Body> & { reader: () => Promise<Actor> }) => Promise<Response>,
): Handler {
  return register({ ...spec, writes: true }, async (request, params) => {
    if (!isSameOrigin(request)) return refuse(403, 'foreign-origin', FOREIGN)
    const json = await readJson(request)
    if ('status' in json) return refuse(json.status, json.code, json.message)
    const parsed = spec.body.safeParse(json.value)
    if (!parsed.success) return refuse(400, 'invalid', INVALID, { fields: fields(parsed.error) })
    return answer(request, spec, params, parsed.data, (call) =>
      handle({ ...call, reader: async () => call.actor ?? actor() }),
    )
  })
}

export function reply(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}

/** An error as the interface shows it: a code for the program, a sentence for the person. */
export function refuse(status: number, code: string, message: string, more: object = {}): Response {
  return reply(status, { error: { code, message, ...more } })
}

/** Too many tries: nothing was looked at, and the answer says when to come back. */
export function refuseForNow(seconds: number, message: string): Response {
  const error = { code: 'too-many-tries', message }
  return reply(429, { error }, { 'Retry-After': String(seconds) })
}

/** Runs any handler (also one that is not ours) and turns what it throws into a plain answer. */
export async function guarded(name: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (isDatabaseAway(error)) {
      return reply(503, { error: { code: 'database-away', message: AWAY } }, { 'Retry-After': '2' })
    }
    const id = randomUUID()
    log.error({ route: name, id, err: plain(error) }, 'a request failed')
    return refuse(500, 'internal', `${BROKEN} Its number is ${id}.`)
  }
}

/** A browser sends `Origin` with every write; absent, `null` or another host's is refused. */
export function isSameOrigin(request: Request): boolean {
  const host =
    (env().trustProxy && request.headers.get('x-forwarded-host')) || request.headers.get('host')
  const origin = request.headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}

const AWAY =
  'The database cannot be reached just now. What you typed is kept on this device; try again in a moment.'
const BROKEN = 'Something broke on the server. Nothing that you had saved is lost.'
const FOREIGN = 'This request did not come from a page of this site, so nothing was changed.'
const INVALID = 'The request is not in the form that is asked for, so nothing was changed.'

function register(
  { name, who, writes }: { name: string; who: Who; writes: boolean },
  work: (request: Request, params: Record<string, string>) => Promise<Response>,
): Handler {
  const handler: Handler = (request, context) =>
    guarded(name, async () => work(request, single((await context.params) ?? {})))
  registry.set(name, { who, writes, handler })
  return handler
}

async function answer<Body>(
  request: Request,
  { who }: { who: Who },
  params: Record<string, string>,
  body: Body,
  handle: (call: Call<Body>) => Promise<Response>,
): Promise<Response> {
  const whoever = who === 'nobody' ? null : await currentActor()
  return handle({ actor: whoever, body, params, request })
}

function fields(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((each) => [each.path.join('.'), each.message]))
}

function single(params: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]))
}

/** Name, code and place, without the message: a driver's message may quote what a reader wrote. */
function plain(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  const at = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { type: error.name, code, at: at?.slice(0, 8) }
}
