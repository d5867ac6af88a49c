import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import {
  createSession,
  isYoungSession,
  renameSession,
  revokeSession,
  sessionUser,
} from '#lib/db/session.ts'
import { transaction } from '#lib/db/transaction.ts'
import { createGuest, findUser, type UserRow } from '#lib/db/user.ts'
import { env } from '#lib/env.ts'
import { thisDevice } from './device.ts'
import { readGuestId, writeGuestCookie } from './guest.ts'

/** Whoever acts: a user with an account, or a guest. */
export type Actor = UserRow & { guest: boolean }

/** Over TLS under a name that no other host of the domain can set, and no address without TLS. */
export function sessionCookieName(): string {
  return env().secureCookies ? '__Host-ridgeline.session' : 'ridgeline.session'
}

/** The signed-in user whose session row is alive, else null. Never a guest. */
export async function currentUser(): Promise<UserRow | null> {
  const claims = await sessionClaims()
  return claims && sessionUser(claims.sid, claims.sub)
}

/** Id of the session that this browser's cookie claims. Only what it names is believed, not that it lives. */
export async function claimedSession(): Promise<string | null> {
  return (await sessionClaims())?.sid ?? null
}

/** A session as it is kept in the database and carried in the cookie's JWT. */
export const THIRTY_DAYS = 30 * 24 * 60 * 60

export function newSessionId(): string {
  return randomBytes(16).toString('base64url')
}

/** Goes on under another id, in this browser: what was known of the old one opens nothing. */
export async function renewSession(userId: string): Promise<void> {
  const { NEXTAUTH_SECRET: secret, secureCookies: secure } = env()
  const [before, device] = [await claimedSession(), await thisDevice()]
  const sid = newSessionId()
  await transaction(async (tx) => {
    const goesOn = before !== null && (await renameSession(before, sid, userId, tx))
    if (!goesOn) await createSession(sid, userId, THIRTY_DAYS, device, tx)
    if (before !== null) await revokeSession(before, tx)
  })
  const value = await encode({ token: { sub: userId, sid }, secret, maxAge: THIRTY_DAYS })
  const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: THIRTY_DAYS } as const
  ;(await cookies()).set(sessionCookieName(), value, { ...options, secure })
}

/** Ten minutes, in seconds. */
const RECENTLY = 10 * 60

/** Whether this browser's person has just shown who they are: what a session left open cannot. */
export async function hasJustSignedIn(userId: string): Promise<boolean> {
  const here = await claimedSession()
  return here !== null && isYoungSession(here, userId, RECENTLY)
}

/** Takes the cookie from this browser. A `__Host-` cookie is only let go of in the way it was set. */
export async function clearSessionCookie(): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 0 } as const
  ;(await cookies()).set(sessionCookieName(), '', { ...options, secure: env().secureCookies })
}

async function sessionClaims(): Promise<{ sub: string; sid: string } | null> {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  if (typeof claims?.sub !== 'string' || typeof claims.sid !== 'string') return null
  return { sub: claims.sub, sid: claims.sid }
}

/** The guest of this browser's cookie. One that became an account or was merged is a guest no more. */
export async function currentGuest(): Promise<UserRow | null> {
  const id = await readGuestId()
  const user = id === null ? null : await findUser(id)
  return user && user.email === null && user.mergedIntoId === null ? user : null
}

/** Who asks, without making anybody: for reads. */
export async function currentActor(): Promise<Actor | null> {
  const user = await currentUser()
  if (user) return { ...user, guest: false }
  const guest = await currentGuest()
  return guest && { ...guest, guest: true }
}

/** Who writes. Somebody unknown becomes a guest here, on the first write and never on a read. */
export async function actor(): Promise<Actor> {
  const known = await currentActor()
  if (known) return known
  const guest = await createGuest(randomUUID())
  await writeGuestCookie(guest.id)
  return { ...guest, guest: true }
}
