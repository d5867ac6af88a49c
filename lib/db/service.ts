import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'

/** Somebody as another service, such as GitHub, knows them. */
export type ServiceAccount = { provider: string; providerAccountId: string }

/** @returns id of the user who signs in with it, or null */
export async function userOfService(account: ServiceAccount): Promise<string | null> {
  const row = await db().account.findUnique({
    where: { provider_providerAccountId: account },
    select: { userId: true },
  })
  return row?.userId ?? null
}

/** Names alone: the service's tokens are not kept, since nothing is asked of it later. */
export async function addService(
  tx: Transaction,
  userId: string,
  account: ServiceAccount,
): Promise<void> {
  await tx.account.create({ data: { userId, type: 'oauth', ...account } })
}

/** By what somebody can sign in. */
export async function waysOf(
  userId: string,
  tx: Transaction = db(),
): Promise<{ hasPassword: boolean; services: string[] }> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: {
      credential: { select: { userId: true } },
      accounts: { select: { provider: true }, orderBy: { provider: 'asc' } },
    },
  })
  return {
    hasPassword: Boolean(user?.credential),
    services: (user?.accounts ?? []).map(({ provider }) => provider),
  }
}

export async function removeService(
  tx: Transaction,
  userId: string,
  provider: string,
): Promise<void> {
  await tx.account.deleteMany({ where: { userId, provider } })
}
