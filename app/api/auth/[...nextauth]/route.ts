import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { guarded, isSameOrigin, refuse } from '#lib/action.ts'
import { authOptions } from '#lib/auth/options.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

// next-auth is a handler of its own; it gets the same guard as ours and answers for its own tokens.
async function handle(request: NextRequest, context: Context): Promise<Response> {
  return guarded('auth', async () => {
    const params = Promise.resolve(await context.params)
    return (await NextAuth(request, { params }, authOptions())) as Response
  })
}

export function GET(request: NextRequest, context: Context): Promise<Response> {
  return handle(request, context)
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isSameOrigin(request)) {
    return refuse(403, 'foreign-origin', 'This request did not come from a page of this site.')
  }
  return handle(request, context)
}
