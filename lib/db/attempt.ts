import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'
import { Prisma } from './generated/client.ts'
import type { Attempt, ContentVersion } from './generated/client.ts'

export type AttemptWithVersion = Attempt & { version: ContentVersion }

/** JSON columns take plain values; `undefined` leaves the column null. */
export type NewAttempt = Omit<Attempt, 'receivedAt' | 'response' | 'spans'> & {
  /** The database's clock unless given. */
  receivedAt?: Date
  response: unknown
  spans?: unknown
}

/** Adds what is not there yet: an id that exists is left as it is. */
export async function addAttempts(tx: Transaction, attempts: NewAttempt[]): Promise<void> {
  await tx.attempt.createMany({
    data: attempts.map((attempt) => ({
      ...attempt,
      response: json(attempt.response),
      spans: attempt.spans === undefined ? Prisma.DbNull : json(attempt.spans),
    })),
    skipDuplicates: true,
  })
}

export function attemptsById(tx: Transaction, ids: string[]): Promise<AttemptWithVersion[]> {
  return tx.attempt.findMany({ where: { id: { in: ids } }, include: { version: true } })
}

export function findAttempt(id: string): Promise<Attempt | null> {
  return db().attempt.findUnique({ where: { id } })
}

/** A reader's own attempts at a question, newest first. */
export function attemptsAt(userId: string, questionId: string): Promise<AttemptWithVersion[]> {
  return db().attempt.findMany({
    where: { userId, questionId },
    include: { version: true },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: 200,
  })
}

export async function moveAttempts(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.attempt.updateMany({ where: { userId: from }, data: { userId: to } })
}

function json(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue
}
