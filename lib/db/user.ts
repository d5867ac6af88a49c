import 'server-only'
import { db } from './client.ts'
import { transaction, type Transaction } from './transaction.ts'
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

export type NewAccount = {
  email: string
  name: string | null
  /** null for whoever signs in by another service alone */
  passwordHash: string | null
  /** whether it is certain that mail to this address reaches them */
  isVerified: boolean
}

/**
 * Gives a user, who may exist as a guest, an e-mail and a password. A guest keeps the id, and so all
 * that hangs on it.
 * @param also what is done in the same transaction
 * @returns null when the e-mail belongs to somebody already
 */
export async function registerUser(
  id: string,
  account: NewAccount,
  also: (tx: Transaction) => Promise<void> = async () => {},
): Promise<UserRow | null> {
  const { passwordHash, isVerified, ...rest } = account
  const data = {
    ...rest,
    emailVerified: isVerified ? new Date() : null,
    ...(passwordHash !== null && { credential: { create: { passwordHash } } }),
  }
  try {
    return await transaction(async (tx) => {
      const user = await tx.user.upsert({
        where: { id, AND: [{ email: null, mergedIntoId: null }] },
        create: { id, ...data },
        update: data,
        select: visible,
      })
      await also(tx)
      return user
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

/** `isVerified`: whether it has been shown that mail to this address reaches them. */
export async function findUserByEmail(
  email: string,
): Promise<(UserRow & { isVerified: boolean }) | null> {
  const row = await db().user.findUnique({
    where: { email },
    select: { ...visible, emailVerified: true },
  })
  if (!row) return null
  const { emailVerified, ...user } = row
  return { ...user, isVerified: emailVerified !== null }
}

/** A new password for whoever has shown that the mail of their account reaches them. */
export async function setPassword(
  tx: Transaction,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await tx.credential.upsert({
    where: { userId },
    create: { userId, passwordHash },
    update: { passwordHash },
  })
  // Until now the address was only claimed: what whoever claimed it connected opens nothing any more.
  await tx.$executeRaw`
    delete from accounts using users
    where user_id = ${userId} and users.id = user_id and users.email_verified is null`
  await tx.$executeRaw`
    update users set email_verified = now() where id = ${userId} and email_verified is null`
}

export async function replacePassword(
  userId: string,
  passwordHash: string,
  tx: Transaction = db(),
): Promise<void> {
  await tx.credential.update({ where: { userId }, data: { passwordHash } })
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
