import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { accountName } from '#lib/auth/account-name.ts'
import { exportEverything } from '#lib/study/export-everything.ts'
import { openSite, send } from './site.ts'
import { somebody } from './somebody.ts'
import { answerEntry, CANARY } from './specimens.ts'

// S2: what one account has written on a shared device, and what arrives when another is signed in there.

vi.mock('next/headers', () => import('./next-headers.ts'))

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const named = (name: string) => site.routes.find(({ entry }) => entry.name === name)!

describe('S2: several accounts on one device', () => {
  test('an account is called by a name that does not say who, and is its own', async () => {
    const [one, other] = [await somebody('reader'), await somebody('reader')]
    const me = await send(named('me.show'), one)
    const { key } = (me.json as { user: { key: string } }).user
    expect(key).toBe(accountName({ id: one.id!, guest: false } as never))
    expect(key).toMatch(/^[\w-]{16}$/)
    expect(one.id).not.toContain(key)
    expect(key).not.toBe(accountName({ id: other.id!, guest: false } as never))
    expect((await send(named('me.show'), await somebody('guest'))).json).toMatchObject({
      user: null,
      guest: true,
    })
  })

  test.each(['anonymous', 'guest', 'reader'] as const)(
    'an answer of one account is not taken for %s',
    async (role) => {
      const writer = await somebody('reader')
      const headers = { 'x-written-by': accountName({ id: writer.id!, guest: false } as never)! }
      const body = { attempts: [answerEntry()] }
      const other = await somebody(role)
      const refused = await send(named('attempts.submit'), other, { body, headers })
      expect(refused.status).toBe(409)
      expect(refused.json).toMatchObject({ error: { code: 'written-by-another' } })
      if (other.id)
        expect(JSON.stringify(await exportEverything(other.id, new Date(0)))).not.toContain(CANARY)
      // The control: its writer is answered, and whoever says nothing of a writer is one's own.
      expect((await send(named('attempts.submit'), writer, { body, headers })).status).toBe(200)
      const own = { attempts: [answerEntry()] }
      expect((await send(named('attempts.submit'), other, { body: own })).status).toBe(200)
    },
  )
})
