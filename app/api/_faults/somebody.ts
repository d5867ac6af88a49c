import { randomBytes, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { signGuest } from '#lib/auth/guest.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'

/** A browser: who it is signed in as, by its cookies. */
export type Somebody = { id: string | null; jar: Map<string, string> }

export const ROLES = ['anonymous', 'guest', 'reader', 'author', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Made in the database, as signing in would have made them. */
export async function somebody(role: Role): Promise<Somebody> {
  if (role === 'anonymous') return { id: null, jar: new Map() }
  const id = randomUUID()
  const { NEXTAUTH_SECRET: secret } = env()
  if (role === 'guest') {
    await db().user.create({ data: { id } })
    return { id, jar: new Map([['ridgeline.guest', signGuest(id, secret)]]) }
  }
  const sid = randomBytes(16).toString('base64url')
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db().user.create({
    data: {
      id,
      email: `${id}@example.org`,
      role,
      sessions: { create: { id: sid, expiresAt } },
      // Of "correct horse battery", by a setting that is quick to check.
      credential: { create: { passwordHash: QUICK_HASH } },
    },
  })
  const token = await encode({ token: { sub: id, sid }, secret })
  return { id, jar: new Map([['ridgeline.session', token]]) }
}

export const PASSWORD = 'correct horse battery'

const QUICK_HASH =
  '$argon2id$v=19$m=64,t=1,p=1$FM2q4mqEUbZNrCsAKOnLFQ$NPabQ6Oev0kGEnV/99R81N/7bJVUIZqC7Egh8RYA6JM'
