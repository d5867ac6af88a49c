import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { renewSession } from '#lib/auth/session.ts'
import { db } from '#lib/db/client.ts'
import Preview from './[slug]/preview/page.tsx'
import Source from './[slug]/page.tsx'
import Reports from './reports/page.tsx'
import Statistics from './statistics/page.tsx'

// Pages with keys on them, as a site that serves shows them: on a real PostgreSQL, with a browser's cookies.

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
}))
// These need the browser's React, which server code has not.
vi.mock('next/navigation', () => ({
  notFound: () => {
    throw new Error('not found')
  },
}))
vi.mock('#app/_figure/boundary.tsx', () => ({ Boundary: null }))
vi.mock('#app/_ui/late.tsx', () => ({ late: () => null }))
vi.stubEnv('NEXTAUTH_SECRET', 'a secret of at least thirty-two bytes')
beforeEach(() => jar.clear())

async function signIn(role: 'reader' | 'author' | 'admin') {
  const id = randomUUID()
  await db().user.create({ data: { id, email: `${id}@example.org`, role } })
  await renewSession(id)
  return id
}

const asked = {
  params: Promise.resolve({ slug: 'l1-vs-l2-regularization' }),
  searchParams: Promise.resolve({}),
}
const pages = {
  source: () => Source(asked),
  preview: () => Preview(asked),
  statistics: Statistics,
  reports: Reports,
}
const roles = { nobody: false, reader: false, author: true, admin: true }

for (const [role, isOpen] of Object.entries(roles))
  test(`${role} is ${isOpen ? 'let in' : 'told that there is nothing'}`, async () => {
    if (role !== 'nobody') await signIn(role as Parameters<typeof signIn>[0])
    for (const [name, page] of Object.entries(pages))
      if (isOpen) await expect(page(), name).resolves.toBeTruthy()
      else await expect(page(), name).rejects.toThrow('not found')
  })

test('who is an author no more is let in no more, in the same session', async () => {
  const id = await signIn('author')
  expect(JSON.stringify((await Source(asked)).props)).toContain('right: true')
  await db().user.update({ where: { id }, data: { role: 'reader' } })
  await expect(Source(asked)).rejects.toThrow('not found')
})
