import 'server-only'
import { db } from './client.ts'
import type { Prisma, TokenPurpose } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type { TokenPurpose }

/** What a token is good for. An account that waits has an e-mail and no user yet. */
export type TokenRow = {
  userId: string | null
  email: string | null
  pending: unknown
}

type NewToken = {
  hash: string
  purpose: TokenPurpose
  userId?: string
  email?: string
  pending?: object
}

/**
 * Keeps a token; earlier ones of the same purpose for the same user are void from now on. Not those for an
 * e-mail that nobody has proved yet: a stranger could take somebody's link away by asking for one.
 * @param seconds how long it holds, by the database's clock, which also judges it
 */
export async function putToken(tx: Transaction, token: NewToken, seconds: number): Promise<void> {
  const { hash, purpose, userId, email, pending } = token
  // Of two that are made at once one is the later, and the other is void.
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`${purpose} ${userId ?? email ?? ''}`}, 0))`
  if (userId) await tx.oneTimeToken.deleteMany({ where: { purpose, userId } })
  const [row] = await tx.$queryRaw<{ until: Date }[]>`
    select now() + make_interval(secs => ${seconds}::double precision) as until`
  await tx.oneTimeToken.create({
    data: {
      hash,
      purpose,
      userId: userId ?? null,
      email: email ?? null,
      ...(pending && { pending: pending as Prisma.InputJsonObject }),
      expiresAt: row!.until,
    },
  })
}

/** Uses a token up: of two who come at once, one gets it. @returns null when it is used, void or over */
export async function takeToken(
  tx: Transaction,
  hash: string,
  purpose: TokenPurpose,
): Promise<TokenRow | null> {
  const [row] = await tx.$queryRaw<TokenRow[]>`
    delete from one_time_tokens
    where hash = ${hash} and purpose = ${purpose}::"TokenPurpose" and expires_at > now()
    returning user_id as "userId", email, pending`
  return row ?? null
}

/** What a token would be good for just now; it is not used up by that. */
export async function findToken(hash: string, purpose: TokenPurpose): Promise<TokenRow | null> {
  const [row] = await db().$queryRaw<TokenRow[]>`
    select user_id as "userId", email, pending from one_time_tokens
    where hash = ${hash} and purpose = ${purpose}::"TokenPurpose" and expires_at > now()`
  return row ?? null
}

export async function dropTokens(tx: Transaction, purpose: TokenPurpose): Promise<void> {
  await tx.oneTimeToken.deleteMany({ where: { purpose } })
}

/** Links that were mailed to this user open nothing any more. */
export async function dropTokensOf(tx: Transaction, userId: string): Promise<void> {
  await tx.oneTimeToken.deleteMany({ where: { userId } })
}

/** @returns how many that are over were taken away */
export function sweepTokens(): Promise<number> {
  return db().$executeRaw`delete from one_time_tokens where expires_at < now()`
}
