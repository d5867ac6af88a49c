import 'server-only'
import { db } from './client.ts'

/** Names of the migrations that the database has finished, oldest first. */
export async function appliedMigrations(): Promise<string[]> {
  const rows = await db().$queryRaw<{ migration_name: string }[]>`
    select migration_name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null order by started_at`
  return rows.map((row) => row.migration_name)
}
