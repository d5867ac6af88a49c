import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { authOptions } from '#lib/auth/options.ts'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { type Mailbox, openMailbox } from '#lib/boot/mailbox.mjs'
import { db } from '#lib/db/client.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { asking } from './next-headers.ts'
import { openSite, send } from './site.ts'
import { somebody } from './somebody.ts'

// S3: nobody learns by asking who has an account here. The same answer, after the same time: the medians
// of known and unknown addresses, asked in turn, differ by at most a tenth over 200 (half, over the few
// that each change is tried with, on a machine that is busy with something else).

vi.mock('next/headers', () => import('./next-headers.ts'))

const TIMES = faultSize(12, 200)
const MOST = faultSize(0.5, 0.1)
const PASSWORD = 'correct horse battery'

let site: Awaited<ReturnType<typeof openSite>>
let mailbox: Mailbox
let hash: string
beforeAll(async () => {
  mailbox = await openMailbox()
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of at least thirty-two bytes')
  vi.stubEnv('SITE_URL', 'https://ridgeline.example.org')
  vi.stubEnv('SMTP_URL', mailbox.url)
  vi.stubEnv('MAIL_FROM', 'us@ridgeline.example.org')
  site = await openSite()
  hash = await hashPassword(PASSWORD)
})
afterAll(async () => {
  await site.close()
  await mailbox.close()
})

/** Of an account with a password that costs what passwords here cost. */
async function known(): Promise<string> {
  const id = randomUUID()
  const email = `${id}@example.org`
  await db().user.create({ data: { id, email, credential: { create: { passwordHash: hash } } } })
  return email
}

const unknown = async () => `${randomUUID()}@example.org`

type Told = { said: string; ms: number }

/** Through the route, each time from another place; what goes on behind the answer is waited for. */
async function ask(name: string, email: string, body: object = {}): Promise<Told> {
  const route = site.routes.find(({ entry }) => entry.name === name)!
  const headers = { 'x-forwarded-for': randomUUID() }
  const { status, text, ms } = await send(route, await somebody('anonymous'), {
    body: { email, ...body },
    headers,
  })
  await new Promise((resolve) => setTimeout(resolve, 25))
  return { said: `${status} ${text}`, ms }
}

/** What next-auth calls with the form. */
async function signIn(email: string): Promise<Told> {
  const { authorize } = authOptions().providers.find(({ id }) => id === 'credentials')!
    .options as unknown as { authorize: (form: object, request: object) => Promise<unknown> }
  const headers = { 'x-forwarded-for': randomUUID() }
  const before = performance.now()
  const user = await asking.run({ jar: new Map(), headers: new Headers(headers) }, () =>
    authorize({ email, password: 'not the password' }, { headers }),
  )
  return { said: JSON.stringify(user), ms: performance.now() - before }
}

describe(`S3: who has an account is not told, asked ${TIMES} times`, () => {
  test.each([
    ['signing in', signIn],
    ['asking for a new password', (email: string) => ask('account.forgot', email)],
    [
      'signing up',
      (email: string) => ask('account.sign-up', email, { password: 'another horse battery' }),
    ],
  ] as const)('%s tells nobody whether there is an account', async (what, attempt) => {
    const told: Record<'known' | 'unknown', Told[]> = { known: [], unknown: [] }
    await attempt(await unknown())
    for (let nth = 0; nth < TIMES; nth++) {
      // In turn and in both orders, so that what else the machine does meets both alike.
      const order = nth % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
      for (const which of order)
        told[which].push(await attempt(await (which === 'known' ? known() : unknown())))
    }
    const said = [...told.known, ...told.unknown].map(({ said: each }) => each)
    expect(new Set(said).size).toBe(1)
    const [one, other] = [median(told.known), median(told.unknown)]
    const apart = Math.abs(one / other - 1)
    process.stdout.write(
      `${what}: ${one.toFixed(2)} ms known, ${other.toFixed(2)} ms unknown, ${TIMES} each: ${(100 * apart).toFixed(1)} % apart\n`,
    )
    expect(apart).toBeLessThan(MOST)
  })

  test('the control: an answer that waits for the mail would be told apart', async () => {
    const { sendReset } = await import('#lib/auth/reset-password.ts')
    const time = async (email: string) => {
      const before = performance.now()
      await sendReset(email, '')
      return { said: '', ms: performance.now() - before }
    }
    const told: Record<'known' | 'unknown', Told[]> = { known: [], unknown: [] }
    for (let nth = 0; nth < 9; nth++) {
      told.known.push(await time(await known()))
      told.unknown.push(await time(await unknown()))
    }
    expect(median(told.known) / median(told.unknown)).toBeGreaterThan(1 + MOST)
  })
})

function median(told: readonly Told[]): number {
  return told.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor(told.length / 2)]!
}
