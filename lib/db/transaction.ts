import 'server-only'
import { db } from './client.ts'
import { isRetriable } from './failure.ts'
import type { Prisma } from './generated/client.ts'

export type Transaction = Prisma.TransactionClient

const RETRIES = 3

/**
 * All or nothing. A serialisation failure (40001) or a deadlock (40P01) is tried again, at most three
 * times: `work` must therefore do nothing but database work.
 * @param timeout of all of it, in ms; a statement has 5 s (client.ts)
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  timeout = 8_000,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await db().$transaction(work, { maxWait: 3_000, timeout })
    } catch (error) {
      if (tries >= RETRIES || !isRetriable(error)) throw error
    }
  }
}
