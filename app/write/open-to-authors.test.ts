import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { ForAuthors } from '#app/_write/for-authors.tsx'
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
const pages = { source: () => Source(asked), statistics: Statistics, reports: Reports }
const roles = { nobody: false, reader: false, author: true, admin: true }

for (const [role, isOpen] of Object.entries(roles))
  test(`${role} is ${isOpen ? 'let in' : 'told whom it is for'}`, async () => {
    if (role !== 'nobody') await signIn(role as Parameters<typeof signIn>[0])
    for (const [name, page] of Object.entries(pages)) {
      const shown = await page()
      expect(shown.type === ForAuthors, name).toBe(!isOpen)
      // What is passed to the browser holds the keys, or nothing of the kind.
      if (name === 'source')
        expect(JSON.stringify(shown.props).includes('right: true')).toBe(isOpen)
    }
    const preview = Preview(asked)
    if (isOpen) await expect(preview).resolves.toBeTruthy()
    else await expect(preview).rejects.toThrow('not found')
  })

test('who is an author no more is let in no more, in the same session', async () => {
  const id = await signIn('author')
  expect((await Source(asked)).type).not.toBe(ForAuthors)
  await db().user.update({ where: { id }, data: { role: 'reader' } })
  expect((await Source(asked)).type).toBe(ForAuthors)
})
