import { db } from '#lib/db/client.ts'

/** Of each table how many rows it has, and a sum over all that stands in them. */
export type Snapshot = Record<string, string>

/** Counters of tries, and what the database was made by. */
const NOBODYS = ['limits', '_prisma_migrations']

/** All tables at one moment: equal snapshots mean that no row was added, taken away or changed. */
export async function snapshot(): Promise<Snapshot> {
  const tables = await tableNames()
  const each = tables.map(
    (table) =>
      `select '${table}' as name, count(*) || ' rows, ' ||
         coalesce(sum(hashtextextended(t::text, 0)), 0) as content from "${table}" t`,
  )
  const rows = await db().$queryRawUnsafe<{ name: string; content: string }[]>(
    each.join(' union all '),
  )
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]))
}

/** Takes away everybody, and all that is theirs: a snapshot reads each row that there is. */
export async function forgetEverybody(): Promise<void> {
  await db().$executeRaw`truncate users cascade`
}

/** What was counted of tries: a test of something else makes more of them than anybody may. */
export async function forgetTries(): Promise<void> {
  await db().limit.deleteMany()
}

let names: Promise<string[]> | undefined

function tableNames(): Promise<string[]> {
  return (names ??= db().$queryRaw<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`.then((rows) =>
    rows.map(({ name }) => name).filter((name) => !NOBODYS.includes(name)),
  ))
}
