import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'
import { isDuplicate } from './failure.ts'

/** A user as the rest of the house sees it: never with a password. */
export type UserRow = {
  id: string
  email: string | null
  name: string | null
  role: 'reader' | 'author' | 'admin'
  mergedIntoId: string | null
}

const visible = { id: true, email: true, name: true, role: true, mergedIntoId: true } as const

export function findUser(id: string): Promise<UserRow | null> {
  return db().user.findUnique({ where: { id }, select: visible })
}

/** A guest is a user without an e-mail. */
export function createGuest(id: string): Promise<UserRow> {
  return db().user.create({ data: { id }, select: visible })
}

export type NewAccount = { email: string; name: string | null; passwordHash: string }

/**
 * Gives a user, who may exist as a guest, an e-mail and a password. A guest keeps the id, and so all
 * that hangs on it.
 * @returns null when the e-mail belongs to somebody already
 */
export async function registerUser(id: string, account: NewAccount): Promise<UserRow | null> {
  const { email, name, passwordHash } = account
  const credential = { create: { passwordHash } }
  try {
    return await db().user.upsert({
      where: { id, AND: [{ email: null, mergedIntoId: null }] },
      create: { id, email, name, credential },
      update: { email, name, credential },
      select: visible,
    })
  } catch (error) {
    if (isDuplicate(error)) return null
    throw error
  }
}

export async function findPassword(
  email: string,
): Promise<{ user: UserRow; passwordHash: string } | null> {
  const row = await db().user.findUnique({
    where: { email },
    select: { ...visible, credential: { select: { passwordHash: true } } },
  })
  if (!row?.credential) return null
  const { credential, ...user } = row
  return { user, passwordHash: credential.passwordHash }
}

export async function replacePassword(userId: string, passwordHash: string): Promise<void> {
  await db().credential.update({ where: { userId }, data: { passwordHash } })
}

/**
 * The id under which a write for this user must be stored, held until the transaction ends: a merge
 * that is under way is waited for, and what a guest was merged into is followed.
 */
export async function holdOwner(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string; merged_into_id: string | null }[]>`
    select id, merged_into_id from users where id = ${id} for key share`
  return row ? (row.merged_into_id ?? row.id) : null
}

/** Locks both users, always in the same order, so that two merges cannot wait for each other. */
export async function lockUsers(tx: Transaction, ids: string[]): Promise<UserRow[]> {
  await tx.$queryRaw`select id from users where id = any(${ids}) order by id for update`
  return tx.user.findMany({ where: { id: { in: ids } }, select: visible })
}

export async function markMerged(tx: Transaction, guest: string, into: string): Promise<void> {
  await tx.user.update({ where: { id: guest }, data: { mergedIntoId: into } })
}
