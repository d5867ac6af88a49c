import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'

/**
 * Everything that a reader owns, at one moment, oldest first: what was answered, reviewed, written and
 * chosen, and where they were signed in. Nothing that would sign somebody in, and no answer keys: a
 * question is named by its id and its hash.
 * @returns null when there is nobody under that id
 */
export async function belongingsOf(userId: string) {
  const own = { where: { userId }, omit: { userId: true } } as const
  const [
    user,
    settings,
    attempts,
    reviews,
    cards,
    drafts,
    notes,
    marks,
    reports,
    interviews,
    services,
    sessions,
  ] = await db().$transaction(
    [
      db().user.findUnique({
        where: { id: userId },
        select: { email: true, name: true, role: true, createdAt: true },
      }),
      db().settings.findUnique(own),
      db().attempt.findMany({ ...own, orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] }),
      db().review.findMany({ ...own, orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] }),
      db().card.findMany({ ...own, orderBy: [{ questionId: 'asc' }, { keyPointId: 'asc' }] }),
      db().draft.findMany({ ...own, orderBy: { questionId: 'asc' } }),
      db().note.findMany({ ...own, orderBy: { questionId: 'asc' } }),
      db().mark.findMany({ ...own, orderBy: [{ questionId: 'asc' }, { kind: 'asc' }] }),
      db().report.findMany({ ...own, orderBy: { id: 'asc' } }),
      db().interview.findMany({ ...own, include: inFull, orderBy: { startedAt: 'asc' } }),
      db().account.findMany({
        where: { userId },
        select: { provider: true, providerAccountId: true },
        orderBy: { provider: 'asc' },
      }),
      db().session.findMany({
        where: { userId },
        select: { createdAt: true, expiresAt: true, revokedAt: true },
        orderBy: { createdAt: 'asc' },
      }),
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  if (!user) return null
  return {
    account: user,
    settings,
    attempts,
    reviews,
    cards,
    drafts,
    notes,
    marks,
    reports,
    interviews,
    services,
    sessions,
  }
}

const inFull = {
  items: {
    omit: { interviewId: true },
    include: {
      revisions: { omit: { interviewId: true, position: true }, orderBy: { seq: 'asc' } },
    },
    orderBy: { position: 'asc' },
  },
} as const

/**
 * Takes a reader away with all that hangs on them (each table's foreign key cascades), and the guests
 * that were merged into them. @returns whether there was somebody
 */
export async function deleteUser(id: string, tx: Transaction = db()): Promise<boolean> {
  // Of an account that waited to be confirmed under the same address, only that is known.
  await tx.$executeRaw`
    delete from one_time_tokens where email = (select email from users where id = ${id})`
  const { count } = await tx.user.deleteMany({ where: { id } })
  return count === 1
}
