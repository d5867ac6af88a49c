import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'

/** 400 days: the longest that browsers keep a cookie. */
const MAX_AGE = 400 * 24 * 60 * 60

export function guestCookieName(): string {
  return env().secureCookies ? '__Host-ridgeline.guest' : 'ridgeline.guest'
}

/** The guest's id from the cookie, if its signature holds. */
export async function readGuestId(): Promise<string | null> {
  const value = (await cookies()).get(guestCookieName())?.value
  return value === undefined ? null : verifyGuest(value, env().NEXTAUTH_SECRET)
}

export async function writeGuestCookie(id: string): Promise<void> {
  const { NEXTAUTH_SECRET: secret, secureCookies: secure } = env()
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: MAX_AGE } as const
  ;(await cookies()).set(guestCookieName(), signGuest(id, secret), options)
}

/** A browser lets go of a `__Host-` cookie only when told so in the way it was set. */
export async function clearGuestCookie(): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 0 } as const
  ;(await cookies()).set(guestCookieName(), '', { ...options, secure: env().secureCookies })
}

export function signGuest(id: string, secret: string): string {
  return `${id}.${createHmac('sha256', secret).update(`guest:${id}`).digest('base64url')}`
}

export function verifyGuest(value: string, secret: string): string | null {
  const id = value.slice(0, Math.max(0, value.indexOf('.')))
  const given = Buffer.from(value)
  const wanted = Buffer.from(signGuest(id, secret))
  return id && given.length === wanted.length && timingSafeEqual(given, wanted) ? id : null
}
