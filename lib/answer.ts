import 'server-only'
import { randomUUID } from 'node:crypto'
import { waitInWords } from '#lib/auth/limit.ts'
import { TooManyWait } from '#lib/auth/password.ts'
import { isDatabaseAway, isRetriable, isTooSlow } from '#lib/db/failure.ts'
import { log, requestId } from '#lib/log.ts'

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

/** Thrown where no answer can be given any more: `guarded` gives it. */
export class TooManyRequests extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('too many requests')
    this.seconds = seconds
  }
}

/** Runs a handler and turns what it throws into a plain answer. */
export async function guarded(name: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TooManyRequests)
      return refuseForNow(error.seconds, `${MANY} ${waitInWords(error.seconds)}.`)
    if (error instanceof TooManyWait) return refuseBriefly('busy', CROWDED)
    if (isDatabaseAway(error)) return refuseBriefly('database-away', AWAY)
    if (isRetriable(error) || isTooSlow(error)) return refuseBriefly('database-busy', BUSY)
    const id = requestId() ?? randomUUID()
    log().error({ route: name, id, err: plain(error) }, 'a request failed')
    return refuse(500, 'internal', `${BROKEN} Its number is ${id}.`)
  }
}

const MANY = 'Too many requests came from here just now. Try again'
const AWAY =
  'The database cannot be reached just now. What you typed is kept on this device; try again in a moment.'
const BUSY =
  'The database has too much to do just now. What you typed is kept on this device; try again in a moment.'
const CROWDED =
  'Many are signing in just now, so this was not looked at. Nothing was changed; try again in a moment.'
const BROKEN = 'Something broke on the server. Nothing that you had saved is lost.'
function refuseBriefly(code: string, message: string): Response {
  return reply(503, { error: { code, message } }, { 'Retry-After': '2' })
}

/** Name, code and place, without the message: a driver's message may quote what a reader wrote. */
function plain(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  const at = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { type: error.name, code, at: at?.slice(0, 8) }
}
