import NextAuth from 'next-auth'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import { adopt, refuse } from '#lib/action.ts'
import { authOptions } from '#lib/auth/options.ts'
import { readJson } from '#lib/body.ts'

// next-auth is a handler of its own: it gets the same guard as ours and answers for its own tokens.
// Coming back from another service is a GET, and opens or links an account.
export const GET = adopt(
  { name: 'auth.read', writes: false, audit: ['sign-in', 'sign-up', 'account-linked'] },
  handle,
)
export const POST = adopt(
  { name: 'auth.write', writes: true, audit: ['sign-in', 'sign-out'] },
  handle,
)

type Context = { params: Promise<Record<string, string | string[] | undefined>> }

async function handle(request: Request, context: Context): Promise<Response> {
  if (!(await leadsSomewhere(request))) return refuse(400, 'invalid', NOWHERE)
  const passed = await withSoundBody(request)
  if (passed instanceof Response) return passed
  const params = (await context.params) as { nextauth: string[] }
  const [step, service] = [params.nextauth].flat()
  if (step === '_log') return refuse(404, 'not-found', UNHEARD)
  // A password is sent, never asked for by an address: next-auth would call it a fault of the server.
  if (request.method === 'GET' && step === 'callback' && service === 'credentials')
    return refuse(405, 'only-posted', SENT)
  return (await NextAuth(passed, { params: Promise.resolve(params) }, authOptions())) as Response
}

/** next-auth would write into the server's log whatever a browser, or anybody, sends it. */
const UNHEARD = 'What a page has to say for the log is not heard here.'
const SENT = 'Signing in with a password is done by the form, not by an address.'
const NOWHERE =
  'The address to go on to afterwards is none of the web, so nothing was done. Try again.'

/** A body that says it is JSON and is none: next-auth would take it for a fault of the server. */
async function withSoundBody(request: Request): Promise<NextRequest | Response> {
  const type = request.headers.get('content-type') ?? ''
  if (request.method !== 'POST' || !/json/i.test(type)) return request as NextRequest
  const json = await readJson(request)
  if ('status' in json) return refuse(json.status, json.code, json.message)
  const { url, method, headers } = request
  return new NextRequest(url, { method, headers, body: JSON.stringify(json.value) })
}

/** Likewise an address to go on to that is none. A browser that kept one would be refused for ever. */
async function leadsSomewhere(request: Request): Promise<boolean> {
  const jar = await cookies()
  const kept = jar.getAll().filter(({ name }) => name.endsWith('next-auth.callback-url'))
  const spoilt = kept.filter(({ value }) => !isAddress(value))
  for (const { name } of spoilt) jar.delete(name)
  const given = new URL(request.url).searchParams.getAll('callbackUrl')
  return spoilt.length === 0 && given.every(isAddress)
}

/** Of this site from its root, or a whole one; nothing at all will do. */
function isAddress(text: string): boolean {
  const base = text.startsWith('/') ? 'http://site.invalid' : undefined
  return text === '' || (URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol))
}
