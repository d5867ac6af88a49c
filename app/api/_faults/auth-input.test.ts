import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { RAW } from './from-schema.ts'
import { routeOf } from './prepare.ts'
import { openSite, send } from './site.ts'
import { somebody } from './somebody.ts'

// What next-auth answered 500 to, and a browser could send: found by asking a running server.

vi.mock('next/headers', () => import('./next-headers.ts'))

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const BROKEN = [
  'nothing',
  'cut off',
  'two values',
  'not UTF-8',
  'very deep',
  'too large',
  'NUL',
  'no JSON',
]

describe('S1: what next-auth would take for a fault of the server', () => {
  test.each(RAW.filter(({ name }) => BROKEN.includes(name)))(
    'a body that is $name is refused with a sentence',
    async ({ raw }) => {
      const reply = await send(routeOf(site, 'auth.write'), await somebody('anonymous'), {
        params: { nextauth: 'signout' },
        raw,
      })
      expect([400, 413], reply.text).toContain(reply.status)
      expect(reply.json).toMatchObject({ error: { message: expect.stringMatching(/^The .*\.$/) } })
    },
  )

  test.each(['javascript:alert(1)', 'x', 'data:text/html,x', '//[', 'http://'])(
    'the address %s to go on to is refused, and taken from the browser that kept it',
    async (address) => {
      for (const name of ['auth.read', 'auth.write']) {
        const person = await somebody('anonymous')
        const params = { nextauth: 'signin' }
        const asked = await send(routeOf(site, name), person, {
          params,
          query: { callbackUrl: address },
        })
        expect(asked.status, asked.text).toBe(400)
        person.jar.set('next-auth.callback-url', address)
        const kept = await send(routeOf(site, name), person, { params })
        expect(kept.status, kept.text).toBe(400)
        expect([...person.jar]).toEqual([])
      }
    },
  )

  test('what a page would have written into the log is not', async () => {
    const written = vi.spyOn(process.stdout, 'write')
    const said = vi.spyOn(console, 'error')
    for (const name of ['auth.read', 'auth.write']) {
      const reply = await send(routeOf(site, name), await somebody('anonymous'), {
        params: { nextauth: '_log' },
        ...(name === 'auth.write' && { body: { level: 'error', code: 'ada@example.org' } }),
      })
      expect(reply.status, reply.text).toBe(404)
    }
    expect(JSON.stringify([written.mock.calls, said.mock.calls])).not.toContain('ada@')
  })
})
