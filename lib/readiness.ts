import 'server-only'
import { readdir } from 'node:fs/promises'
import { appliedMigrations } from '#lib/db/health.ts'

/**
 * What keeps this instance from serving.
 * @param patience milliseconds that the database has to answer in
 * @returns null when nothing does
 */
export async function failing(patience: number): Promise<'database' | 'migrations' | null> {
  const applied = await within(patience, appliedMigrations()).catch(() => null)
  if (!applied) return 'database'
  const wanted = await migrations()
  return wanted.every((name) => applied.includes(name)) ? null : 'migrations'
}

/** After SIGTERM what is under way is finished, and nothing new is asked for (lib/boot/serve.mjs). */
export function isStopping(): boolean {
  return Reflect.get(globalThis, 'ridgelineDraining') === true
}

async function migrations(): Promise<string[]> {
  const entries = await readdir('prisma/migrations', { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  return Promise.race([work, new Promise<null>((done) => setTimeout(done, ms, null).unref())])
}
