import { readdir } from 'node:fs/promises'
import { read, reply } from '#lib/action.ts'
import { appliedMigrations } from '#lib/db/health.ts'

/** 200 when the database answers and holds every migration of this version; else 503 and which failed. */
export const GET = read({ name: 'health', who: 'nobody' }, async () => {
  const applied = await appliedMigrations().catch(() => null)
  if (!applied) return reply(503, { status: 'failing', failed: 'database' }, { 'Retry-After': '2' })
  const wanted = await migrations()
  const isCurrent = wanted.every((name) => applied.includes(name))
  return isCurrent
    ? reply(200, { status: 'ok' })
    : reply(503, { status: 'failing', failed: 'migrations' }, { 'Retry-After': '10' })
})

async function migrations(): Promise<string[]> {
  const entries = await readdir('prisma/migrations', { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
