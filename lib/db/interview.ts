import 'server-only'
import { db } from './client.ts'
import type { Interview, InterviewItem, ResponseRevision } from './generated/client.ts'
import type { Prisma } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type InterviewRow = Interview
export type InterviewItemRow = InterviewItem
export type RevisionRow = ResponseRevision
export type NewInterview = Pick<
  Interview,
  'id' | 'userId' | 'blueprint' | 'seed' | 'startedAt' | 'openedAt' | 'deadline' | 'closesAt'
>
export type NewItem = Omit<InterviewItem, 'interviewId' | 'spentMs' | 'flagged' | 'skipped' | 'seq'>

/** When the transaction began, by the database's clock: as near as there is to when a request came. */
export async function databaseNow(tx: Transaction = db()): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select now()::timestamptz(3) as now`
  return row!.now
}

/** One change of an interview at a time, until the transaction ends. */
export async function lockInterview(tx: Transaction, id: string): Promise<InterviewRow | null> {
  await tx.$queryRaw`select id from interviews where id = ${id} for update`
  return tx.interview.findUnique({ where: { id } })
}

/**
 * One instance sweeps an interview at a time, until the transaction or its connection ends: whoever is
 * killed in the middle leaves it to the next.
 * @returns whether it is this one
 */
export async function tryToSweep(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`sweep ${id}`}, 0)) as mine`
  return row!.mine
}

export function findInterview(id: string, tx: Transaction = db()): Promise<InterviewRow | null> {
  return tx.interview.findUnique({ where: { id } })
}

/** @returns false when there is one under this id already, which is left as it is */
export async function addInterview(
  tx: Transaction,
  interview: NewInterview,
  items: readonly NewItem[],
): Promise<boolean> {
  const { count } = await tx.interview.createMany({ data: [interview], skipDuplicates: true })
  if (count === 0) return false
  const data = items.map((item) => ({ ...item, interviewId: interview.id }))
  await tx.interviewItem.createMany({ data })
  return true
}

export function updateInterview(
  tx: Transaction,
  id: string,
  data: Partial<Omit<InterviewRow, 'id' | 'userId' | 'blueprint'>>,
) {
  return tx.interview.update({ where: { id }, data })
}

/** Ends an interview, once: whoever comes second changes nothing. @returns whether this was the first */
export async function markClosed(
  tx: Transaction,
  id: string,
  closedAt: Date,
  closedBy: NonNullable<InterviewRow['closedBy']>,
): Promise<boolean> {
  const { count } = await tx.interview.updateMany({
    where: { id, closedAt: null },
    data: { closedAt, closedBy },
  })
  return count === 1
}

/** A reader's interviews, newest first, each with its items but not their answers. */
export function interviewsOf(userId: string) {
  return db().interview.findMany({
    where: { userId },
    include: { items: inOrder },
    orderBy: { startedAt: 'desc' },
    take: 50,
  })
}

/** Ids of open interviews that were to close before `since`. @param userId of one reader, or of all */
export async function overdueInterviews(
  most: number,
  since: Date,
  userId?: string,
  except: string[] = [],
): Promise<string[]> {
  const rows = await db().interview.findMany({
    where: {
      id: { notIn: except },
      closedAt: null,
      closesAt: { lt: since },
      ...(userId !== undefined && { userId }),
    },
    select: { id: true },
    orderBy: { closesAt: 'asc' },
    take: most,
  })
  return rows.map(({ id }) => id)
}

/** How many are not closed, and how many of these should be, for who looks after the site. */
export async function outstandingInterviews(): Promise<{ open: number; overdue: number }> {
  const [row] = await db().$queryRaw<{ open: number; overdue: number }[]>`
    select count(*)::int as open, count(*) filter (where closes_at < now())::int as overdue
    from interviews where closed_at is null`
  return row!
}

export type ItemWithValue = InterviewItemRow & { value: unknown; question: unknown }

/** The items in their order, each with its newest answer (or null) and its question as it was. */
export async function itemsOf(id: string, tx: Transaction = db()): Promise<ItemWithValue[]> {
  const items = await tx.interviewItem.findMany({
    where: { interviewId: id },
    include: { version: true },
    orderBy: { position: 'asc' },
  })
  const newest = items.map(({ position, seq }) => ({ interviewId: id, position, seq }))
  const revisions = await tx.responseRevision.findMany({ where: { OR: newest } })
  const values = new Map(revisions.map(({ position, value }) => [position, value]))
  return items.map(({ version, ...item }) => ({
    ...item,
    value: values.get(item.position) ?? null,
    question: version.question,
  }))
}

export function findItem(tx: Transaction, interviewId: string, position: number) {
  return tx.interviewItem.findUnique({
    where: { interviewId_position: { interviewId, position } },
  })
}

export async function updateItem(
  tx: Transaction,
  interviewId: string,
  position: number,
  data: { flagged?: boolean; skipped?: boolean; spentMs?: { increment: number }; seq?: number },
): Promise<void> {
  await tx.interviewItem.update({
    where: { interviewId_position: { interviewId, position } },
    data,
  })
}

export function findRevision(tx: Transaction, id: string): Promise<RevisionRow | null> {
  return tx.responseRevision.findUnique({ where: { id } })
}

export function revisionAt(tx: Transaction, interviewId: string, position: number, seq: number) {
  return tx.responseRevision.findUnique({
    where: { interviewId_position_seq: { interviewId, position, seq } },
  })
}

export async function addRevision(
  tx: Transaction,
  revision: Omit<RevisionRow, 'receivedAt' | 'value'> & { value: object },
): Promise<void> {
  const value = revision.value as Prisma.InputJsonObject
  await tx.responseRevision.create({ data: { ...revision, value } })
}

/** Questions that a reader has answered something of. */
export async function answeredQuestions(userId: string): Promise<Set<string>> {
  const rows = await db().attempt.findMany({
    where: { userId },
    select: { questionId: true },
    distinct: ['questionId'],
  })
  return new Set(rows.map(({ questionId }) => questionId))
}

/** An interview's answers in words as they were marked, whatever the order; an answer more than once. */
export function rubricsOn(userId: string, answerIds: readonly string[]): Promise<RubricRow[]> {
  return db().$queryRaw<RubricRow[]>`
    select id, response, score_low as low, score_high as high, received_at as "receivedAt"
    from attempts
    where user_id = ${userId} and kind = 'rubric' and response ->> 'answerId' = any(${[...answerIds]})
    order by received_at, id`
}

export type RubricRow = {
  id: string
  response: unknown
  low: number
  high: number
  receivedAt: Date
}

/** Of the interviews that began before this one and are over, the last; of its own blueprint first. */
export async function interviewBefore({ userId, startedAt, blueprint, id }: InterviewRow) {
  const earlier = { userId, closedAt: { not: null }, startedAt: { lt: startedAt }, id: { not: id } }
  const orderBy = { startedAt: 'desc' } as const
  const like = await db().interview.findFirst({ where: { ...earlier, blueprint }, orderBy })
  return like ?? db().interview.findFirst({ where: earlier, orderBy })
}

export function findShared(shareId: string): Promise<InterviewRow | null> {
  return db().interview.findUnique({ where: { shareId } })
}

export async function moveInterviews(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.interview.updateMany({ where: { userId: from }, data: { userId: to } })
}

const inOrder = { orderBy: { position: 'asc' } } as const
