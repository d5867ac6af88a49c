import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openMailbox, type Mailbox } from '#lib/boot/mailbox.mjs'
import { findPassword } from '#lib/db/user.ts'
import { checkPassword } from './password.ts'
import { confirmSignUp, isConfirmationOpen, mailConfirmation, pendingOf } from './sign-up.ts'

// A real PostgreSQL and a real conversation over SMTP; a browser without cookies.

vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined }) }))

const OWN = 'correct horse battery'
const THEIRS = 'what a stranger chose'
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of at least thirty-two bytes')
  vi.stubEnv('NEXTAUTH_URL', 'https://ridgeline.example.org')
  vi.stubEnv('SMTP_URL', mailbox.url)
  vi.stubEnv('MAIL_FROM', 'Ridgeline <no-reply@ridgeline.example.org>')
})
afterAll(() => mailbox.close())

async function ask(email: string, password: string): Promise<string> {
  await mailConfirmation(await pendingOf({ email, password }))
  const { text } = await mailbox.next(email)
  return /\/confirm\/([\w-]{43})/.exec(text)![1]!
}

test('S3: whoever asks for an account with another’s address opens none by their reader’s hand', async () => {
  const email = `${randomUUID()}@example.org`
  const own = await ask(email, OWN)
  const theirs = await ask(email, THEIRS)
  // The owner reads both letters, and knows one password.
  expect(await confirmSignUp({ token: theirs, password: OWN })).toBe('wrong-password')
  expect(await findPassword(email)).toBeNull()
  expect(await isConfirmationOpen(own)).toBe(true)
  expect(await confirmSignUp({ token: own, password: OWN })).toMatchObject({ email })
  // What was left of the other opens nothing, though the control shows that it did hold.
  expect(await isConfirmationOpen(theirs)).toBe(true)
  expect(await confirmSignUp({ token: theirs, password: THEIRS })).toBeNull()
  const { passwordHash } = (await findPassword(email))!
  expect(await checkPassword(OWN, passwordHash)).toBe(true)
})
