import 'server-only'
import type { z } from 'zod'
import { accountName } from '#lib/auth/account-name.ts'
import type { AuditEvent } from '#lib/auth/audit.ts'
import { isAuthor } from '#lib/auth/author.ts'
import { networkAddress } from '#lib/auth/limit.ts'
import { pace, type Pace } from '#lib/auth/pace.ts'
import { actor, currentActor, type Actor } from '#lib/auth/session.ts'
import { guarded, refuse, TooManyRequests } from '#lib/answer.ts'
import { type BadBody, isStorable, readJson, whileLarge } from '#lib/body.ts'
import { env } from '#lib/env.ts'
import { isOwnOrigin } from '#lib/origin.ts'
import { type ParamKind, readParams } from '#lib/params.ts'

export { refuse, refuseForNow, reply } from '#lib/answer.ts'

/**
 * Who may call. `nobody`: no session is read. `anyone`: the actor is whoever asks, or null. `account`:
 * somebody signed in. `author`: likewise, who may see drafts and keys; where files are edited everybody.
 */
type Who = 'nobody' | 'anyone' | 'account' | 'author'

type Kinds = Record<string, ParamKind>

type Spec<Query, Body, Params extends Kinds, W extends Who> = {
  name: string
  who: W
  /** What each dynamic segment of the path names. */
  params?: Params
  /** Shape of the address's query: of a key that comes twice the last counts. */
  query?: z.ZodType<Query>
  /** Shape of the JSON body. Without it the body is not read. */
  body?: z.ZodType<Body>
  /** Bytes of the body, where 64 kB are not enough; lib/boot/door.mjs has to let them in. */
  most?: number
  /** How often one reader may call; `free` for what asks no database. A read or a write by default. */
  pace?: Pace | 'free'
  /** What its handler writes into the audit, in the transaction of what it is about. */
  audit?: readonly AuditEvent[]
}

type Call<Query, Body, Params extends Kinds, W extends Who> = {
  actor: W extends 'account' ? Actor : Actor | null
  query: Query
  body: Body
  params: { [Name in keyof Params]: string }
  request: Request
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

/** A route as the tests of attack and fault see it. */
export type Entry = {
  name: string
  who: Who
  writes: boolean
  params: Kinds
  query: z.ZodType | null
  body: z.ZodType | null
  pace: Pace | 'free'
  audit: readonly AuditEvent[]
  handler: Handler
}

/** Every route that there is, by name. */
export const registry = new Map<string, Entry>()

/** A route that reads. Never makes a guest, and changes nothing (but lines of the audit, and limits). */
export function read<
  Query = undefined,
  const Params extends Kinds = Record<never, never>,
  W extends Who = Who,
>(
  spec: Omit<Spec<Query, undefined, Params, W>, 'body'>,
  handle: (call: Call<Query, undefined, Params, W>) => Promise<Response>,
): Handler {
  return register(spec, false, (request, context) =>
    answer(request, context, spec, (call) => handle({ ...call, body: undefined })),
  )
}

/**
 * A route that writes: same origin, JSON of at most 64 kB in the given shape, then who, and how often.
 * A larger body is read after that, and only a few are worked on at once.
 * Somebody unknown becomes a guest by `reader()`, to be called when it is certain that something is stored.
 * `heldMs()` says for how long the request has been here since all of it had come.
 * All that is stored is stored by `transaction()` of lib/db, all or nothing.
 */
export function write<
  Body,
  Query = undefined,
  const Params extends Kinds = Record<never, never>,
  W extends Who = Who,
>(
  spec: Spec<Query, Body, Params, W> & { body: z.ZodType<Body> },
  handle: (
    call: Call<Query, Body, Params, W> & { reader: () => Promise<Actor>; heldMs: () => number },
  ) => Promise<Response>,
): Handler {
  return register(spec, true, async (request, context) => {
    if (!isSameOrigin(request)) return refuse(403, 'foreign-origin', FOREIGN)
    const early = spec.most === undefined ? await readBody(request, spec) : null
    if (early && 'refused' in early) return early.refused
    let came = performance.now()
    return answer(request, context, spec, async (call) => {
      if (isAnothers(request, call.actor)) return refuse(409, 'written-by-another', ANOTHERS)
      const work = async () => {
        const body = early ?? (await readBody(request, spec))
        if ('refused' in body) return body.refused
        if (!early) came = performance.now()
        const heldMs = () => performance.now() - came
        const reader = async () => call.actor ?? guest(request)
        return handle({ ...call, body: body.value, reader, heldMs })
      }
      if (early) return work()
      const done = await whileLarge(work)
      return done instanceof Response ? done : refuseBody(done)
    })
  })
}

async function readBody<Body>(
  request: Request,
  { body, most }: { body: z.ZodType<Body>; most?: number },
): Promise<{ value: Body } | { refused: Response }> {
  const json = await readJson(request, most)
  if ('status' in json) return { refused: refuseBody(json) }
  const parsed = body.safeParse(json.value)
  if (parsed.success) return { value: parsed.data }
  return { refused: refuse(400, 'invalid', INVALID, { fields: fields(parsed.error) }) }
}

function refuseBody({ status, code, message }: BadBody): Response {
  return refuse(status, code, message)
}

/** What waited on a device may arrive when somebody else has signed in there. */
function isAnothers(request: Request, by: Actor | null): boolean {
  const meant = request.headers.get('x-written-by')
  return meant !== null && meant !== accountName(by)
}

/**
 * Routes of a program that answers for its own input, sessions and tokens: it gets the same guard as ours,
 * one name for each method, and a foreign page cannot write.
 */
export function adopt(
  { name, writes, audit = [] }: { name: string; writes: boolean; audit?: readonly AuditEvent[] },
  handle: (request: Request, context: Context) => Promise<Response>,
): Handler {
  return register(
    { name, who: 'anyone', pace: 'free', audit },
    writes,
    async (request, context) => {
      if (writes && !isSameOrigin(request)) return refuse(403, 'foreign-origin', FOREIGN)
      return handle(request, context)
    },
  )
}

function isSameOrigin({ headers }: Request): boolean {
  const { trustProxy, secureCookies } = env()
  const host = (trustProxy && headers.get('x-forwarded-host')) || headers.get('host')
  return isOwnOrigin(headers.get('origin'), host, secureCookies)
}

const FOREIGN = 'This request did not come from a page of this site, so nothing was changed.'
const ANOTHERS =
  'This was written under an account that is not signed in here now, so it was not taken. It is kept on the device.'
const INVALID = 'The request is not in the form that is asked for, so nothing was changed.'
const NOWHERE = 'There is nothing at this address.'
const SIGNED_OUT = 'You are not signed in here.'
const NO_AUTHOR = 'This is for authors, and you are not signed in as one.'

type Context = Parameters<Handler>[1]
type Registered = Omit<Spec<unknown, unknown, Kinds, Who>, 'audit'> & {
  audit?: readonly AuditEvent[]
}

function register(
  { name, who, params = {}, query, body, audit = [], ...spec }: Registered,
  writes: boolean,
  work: (request: Request, context: Context) => Promise<Response>,
): Handler {
  const handler: Handler = (request, context) => guarded(name, () => work(request, context))
  registry.set(name, {
    name,
    who,
    writes,
    params,
    query: query ?? null,
    body: body ?? null,
    pace: spec.pace ?? (writes ? 'write' : 'read'),
    audit,
    handler,
  })
  return handler
}

/** What of a request is the same for each: where, what is asked, who asks, and how often. */
async function answer<Query, Body, Params extends Kinds, W extends Who>(
  request: Request,
  context: Context,
  spec: Spec<Query, Body, Params, W>,
  handle: (call: Omit<Call<Query, Body, Params, W>, 'body'>) => Promise<Response>,
): Promise<Response> {
  const params = readParams(spec.params ?? ({} as Params), (await context.params) ?? {})
  if (params === null) return refuse(404, 'not-found', NOWHERE)
  const query = readQuery(spec.query, request)
  if ('refused' in query) return query.refused
  const whoever = spec.who === 'nobody' ? null : await currentActor()
  await keepPace(spec, whoever, request)
  if (spec.who === 'account' && (!whoever || whoever.guest))
    return refuse(401, 'signed-out', SIGNED_OUT)
  if (spec.who === 'author' && !(await isAuthor())) return refuse(403, 'authors-only', NO_AUTHOR)
  const asking = whoever as Call<Query, Body, Params, W>['actor']
  return handle({ actor: asking, query: query.value, params, request })
}

function readQuery<Query>(
  form: z.ZodType<Query> | undefined,
  request: Request,
): { value: Query } | { refused: Response } {
  if (!form) return { value: undefined as Query }
  const given = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = form.safeParse(isStorable(given) ? given : null)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  const message = issue?.code === 'custom' ? issue.message : INVALID
  return { refused: refuse(400, 'invalid', message, { fields: fields(parsed.error) }) }
}

/** @throws TooManyRequests */
async function keepPace(
  { pace: own, body }: { pace?: Pace | 'free' | undefined; body?: unknown },
  whoever: Actor | null,
  request: Request,
): Promise<void> {
  const kind = own ?? (body ? 'write' : 'read')
  if (kind === 'free') return
  const wait = await pace.requests(kind, whoever?.id ?? null, networkAddress(request.headers))
  if (wait !== null) throw new TooManyRequests(wait)
}

/** Somebody unknown, who is going to store something. */
async function guest(request: Request): Promise<Actor> {
  const wait = await pace.guests(networkAddress(request.headers))
  if (wait !== null) throw new TooManyRequests(wait)
  return actor()
}

function fields(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((each) => [each.path.join('.'), each.message]))
}
