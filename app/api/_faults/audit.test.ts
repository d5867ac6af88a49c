import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { auditName } from '#lib/auth/audit.ts'
import { db } from '#lib/db/client.ts'
import { prepare } from './prepare.ts'
import { openSite, send } from './site.ts'
import { CANARY, NAMES } from './specimens.ts'

// S11: each route that says that it is written down is, with who, what and in which request; none other
// is; and no line holds what a person wrote. Signing in and out goes through next-auth, which needs a
// server. That lines stay as they are: lib/auth/audit.test.ts.

vi.mock('next/headers', () => import('./next-headers.ts'))
vi.mock('@node-rs/argon2', () => import('./quick-argon2.ts'))
vi.stubGlobal('ridgelineRequest', { getStore: () => ({ id: 'request-7' }) })

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

/** Needs files that are edited: seen in e2e/author.spec.ts. */
const ELSEWHERE = ['write.fix']

describe('S11: each route writes down what it says', () => {
  test.each(NAMES.filter((name) => !ELSEWHERE.includes(name)))(
    '%s writes down what it says, and no more',
    async (name) => {
      const { route, person, wanted } = await prepare(site, name)
      const before = await db().auditLine.count()
      const reply = await send(route, person, wanted)
      const lines = await db().auditLine.findMany({ orderBy: { id: 'asc' }, skip: before })
      expect(lines.map(({ event }) => event)).toEqual(reply.status < 300 ? route.entry.audit : [])
      for (const line of lines) {
        expect(line.requestId).toBe('request-7')
        if (person.id) expect(line.actor).toBe(auditName(person.id))
        else expect(line.actor).toMatch(/^[\w-]{22}$/)
      }
      const text = JSON.stringify(lines, (_, value) =>
        typeof value === 'bigint' ? `${value}` : value,
      )
      for (const secret of [CANARY, '@', person.id ?? '@', 'battery', 'argon2'])
        expect(text).not.toContain(secret)
    },
  )

  test('among them are those that have to be', () => {
    const events = site.routes.flatMap(({ entry }) => entry.audit)
    expect(new Set(events)).toEqual(
      new Set([
        'sign-up',
        'sign-in',
        'sign-out',
        'sign-out-elsewhere',
        'password-change',
        'password-reset',
        'export',
        'import',
        'role-change',
        'account-linked',
        'account-unlinked',
        'deletion',
        'content-fix',
        ...events,
      ]),
    )
  })
})
