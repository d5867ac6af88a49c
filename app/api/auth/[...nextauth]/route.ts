import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { adopt } from '#lib/action.ts'
import { authOptions } from '#lib/auth/options.ts'

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
  const params = (await context.params) as { nextauth: string[] }
  return (await NextAuth(
    request as NextRequest,
    { params: Promise.resolve(params) },
    authOptions(),
  )) as Response
}
