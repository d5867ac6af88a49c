import 'server-only'
import { db } from './client.ts'
import type { Role } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type { Role }

/** An account as an administrator sees it: nothing of what they answered. */
export type PersonRow = {
  id: string
  email: string
  name: string | null
  role: Role
  createdAt: Date
}

/**
 * One change of who is an administrator at a time, until the transaction ends: two who each take the
 * other's role away would leave none.
 */
export async function lockRoles(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('roles', 0))`
}

export function countAdmins(tx: Transaction = db()): Promise<number> {
  return tx.user.count({ where: { role: 'admin' } })
}

/** Whether there are others with an account, and nobody of them could give a role. */
export async function isOnlyAdmin(tx: Transaction, userId: string): Promise<boolean> {
  if ((await roleOf(tx, userId)) !== 'admin') return false
  const others = { id: { not: userId }, email: { not: null } }
  if ((await tx.user.count({ where: { ...others, role: 'admin' } })) > 0) return false
  return (await tx.user.findFirst({ where: others, select: { id: true } })) !== null
}

export async function roleOf(tx: Transaction, userId: string): Promise<Role | null> {
  const row = await tx.user.findFirst({
    where: { id: userId, email: { not: null } },
    select: { role: true },
  })
  return row?.role ?? null
}

export async function setRole(tx: Transaction, userId: string, role: Role): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { role } })
}

/**
 * Accounts whose e-mail or name holds a text: those with a role first, then by e-mail.
 * @param most rows; one more is looked for, so that the page can say that there are more
 */
export async function findPeople(
  text: string,
  most: number,
): Promise<{ people: PersonRow[]; isCut: boolean }> {
  const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await db().$queryRaw<PersonRow[]>`
    select id, email, name, role, created_at as "createdAt" from users
    where email is not null and (email ilike ${like} or name ilike ${like})
    order by role desc, email limit ${most + 1}`
  return { people: rows.slice(0, most), isCut: rows.length > most }
}
