import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'
import type { UserRow } from './user.ts'

/** @param seconds how long it holds, by the database's clock, which also judges it */
export async function createSession(
  id: string,
  userId: string,
  seconds: number,
  device: string | null = null,
  tx: Transaction = db(),
): Promise<void> {
  await tx.$executeRaw`
    insert into sessions (id, user_id, expires_at, device)
    values (${id}, ${userId}, now() + make_interval(secs => ${seconds}::double precision), ${device})`
}

/** A session goes on under another id, which is as old as it was. @returns whether there was one to go on */
export async function renameSession(
  before: string,
  id: string,
  userId: string,
  tx: Transaction,
): Promise<boolean> {
  const made = await tx.$executeRaw`
    insert into sessions (id, user_id, created_at, expires_at, device)
    select ${id}, user_id, created_at, expires_at, device from sessions
    where id = ${before} and user_id = ${userId} and expires_at > now()`
  return made === 1
}

/** Whether somebody signed in at most so long ago, by the database's clock. */
export async function isYoungSession(
  id: string,
  userId: string,
  seconds: number,
): Promise<boolean> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from sessions
    where id = ${id} and user_id = ${userId} and revoked_at is null
      and created_at > now() - make_interval(secs => ${seconds}::double precision)`
  return row?.n === 1
}

/** The user of a session that is neither revoked nor over. The database's clock decides. */
export async function sessionUser(id: string, userId: string): Promise<UserRow | null> {
  const [row] = await db().$queryRaw<UserRow[]>`
    select u.id, u.email, u.name, u.role, u.merged_into_id as "mergedIntoId"
    from sessions s join users u on u.id = s.user_id
    where s.id = ${id} and s.user_id = ${userId} and s.revoked_at is null and s.expires_at > now()`
  return row ?? null
}

export type SessionRow = { id: string; createdAt: Date; expiresAt: Date; device: string | null }

/** Where somebody is signed in just now, the newest first. */
export function sessionsOf(userId: string, tx: Transaction = db()): Promise<SessionRow[]> {
  return tx.$queryRaw<SessionRow[]>`
    select id, created_at as "createdAt", expires_at as "expiresAt", device from sessions
    where user_id = ${userId} and revoked_at is null and expires_at > now()
    order by created_at desc, id`
}

/** @param kept id of the session that goes on, or null to end them all @returns how many ended */
export async function revokeOtherSessions(
  userId: string,
  kept: string | null,
  tx: Transaction = db(),
): Promise<number> {
  return tx.$executeRaw`
    update sessions set revoked_at = now()
    where user_id = ${userId} and id <> ${kept ?? ''} and revoked_at is null and expires_at > now()`
}

/** @returns whether it was alive, and so ended just now */
export async function revokeSession(id: string, tx: Transaction = db()): Promise<boolean> {
  const ended =
    await tx.$executeRaw`update sessions set revoked_at = now() where id = ${id} and revoked_at is null`
  return ended === 1
}

/** @returns how many that are over were taken away; nobody is signed in by them */
export function sweepSessions(): Promise<number> {
  return db().$executeRaw`delete from sessions where expires_at < now()`
}
