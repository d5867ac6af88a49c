import 'server-only'
import type { Prisma } from './generated/client.ts'
import type {
  InterviewItem,
  Interview,
  Mark,
  Report,
  ResponseRevision,
} from './generated/client.ts'
import type { Transaction } from './transaction.ts'

/** Tables whose rows are known by an id that a client has made. */
const TABLES = {
  attempts: { table: 'attempts', owner: 'user_id' },
  reviews: { table: 'reviews', owner: 'user_id' },
  reports: { table: 'reports', owner: 'user_id' },
  interviews: { table: 'interviews', owner: 'user_id' },
  revisions: { table: 'response_revisions', owner: 'interview_id' },
} as const

/**
 * Whose these ids are. Of a revision it is the interview that it belongs to.
 * @returns only ids that exist
 */
export async function ownersOf(
  tx: Transaction,
  what: keyof typeof TABLES,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { table, owner } = TABLES[what]
  // Names are from the table above; ids are a parameter.
  const rows = await tx.$queryRawUnsafe<{ id: string; owner: string }[]>(
    `select id, ${owner} as owner from ${table} where id = any($1)`,
    [...ids],
  )
  return new Map(rows.map((row) => [row.id, row.owner]))
}

export type ImportedInterview = Interview & {
  items: (Omit<InterviewItem, 'interviewId'> & {
    revisions: (Omit<ResponseRevision, 'interviewId' | 'position' | 'value'> & { value: object })[]
  })[]
}

/** Adds whole interviews. None of them may be there. */
export async function addInterviews(
  tx: Transaction,
  interviews: readonly ImportedInterview[],
): Promise<void> {
  await tx.interview.createMany({ data: interviews.map(({ items: _items, ...row }) => row) })
  const items = interviews.flatMap(({ id: interviewId, items }) =>
    items.map((item) => ({ ...item, interviewId })),
  )
  await tx.interviewItem.createMany({ data: items.map(({ revisions: _revisions, ...row }) => row) })
  await tx.responseRevision.createMany({
    data: items.flatMap(({ interviewId, position, revisions }) =>
      revisions.map((each) => ({
        ...each,
        interviewId,
        position,
        value: each.value as Prisma.InputJsonObject,
      })),
    ),
  })
}

type Text = { questionId: string; text: string; revision: number; updatedAt: Date }

export async function textsOf(
  tx: Transaction,
  table: 'drafts' | 'notes',
  userId: string,
): Promise<Map<string, string>> {
  const rows =
    table === 'drafts'
      ? await tx.draft.findMany({ where: { userId }, select: { questionId: true, text: true } })
      : await tx.note.findMany({ where: { userId }, select: { questionId: true, text: true } })
  return new Map(rows.map(({ questionId, text }) => [questionId, text]))
}

/** Puts a text where there is none, or in the place of the one that it goes on from. */
export async function putText(
  tx: Transaction,
  table: 'drafts' | 'notes',
  userId: string,
  { questionId, text, revision, updatedAt }: Text,
): Promise<void> {
  const args = {
    where: { userId_questionId: { userId, questionId } },
    create: { userId, questionId, text, revision, updatedAt },
    update: { text, revision: { increment: 1 } },
  }
  await (table === 'drafts' ? tx.draft.upsert(args) : tx.note.upsert(args))
}

export async function marksOf(tx: Transaction, userId: string): Promise<Set<string>> {
  const rows = await tx.mark.findMany({
    where: { userId },
    select: { questionId: true, kind: true },
  })
  return new Set(rows.map(({ questionId, kind }) => `${questionId} ${kind}`))
}

export async function addMarks(tx: Transaction, marks: readonly Mark[]): Promise<void> {
  await tx.mark.createMany({ data: [...marks], skipDuplicates: true })
}

export async function addReports(
  tx: Transaction,
  reports: readonly (Omit<Report, 'context'> & { context: object })[],
): Promise<void> {
  await tx.report.createMany({
    data: reports.map((each) => ({ ...each, context: each.context as Prisma.InputJsonObject })),
    skipDuplicates: true,
  })
}
