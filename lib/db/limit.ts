import 'server-only'
import { db } from './client.ts'

/**
 * Counts one more try in the window that is open for this key, or in a new one, in a single statement:
 * of tries at the same moment, on whichever instance, each gets a number of its own. The database's
 * clock decides.
 * @param tries how many are counted at once
 * @returns tries in this window with these, and the seconds until it ends
 */
export async function countTry(
  key: string,
  windowSeconds: number,
  tries = 1,
): Promise<{ hits: number; seconds: number }> {
  const [row] = await db().$queryRaw<{ hits: number; seconds: number }[]>`
    insert into limits (key, hits, until)
    values (${key}, ${tries}, now() + make_interval(secs => ${windowSeconds}::double precision))
    on conflict (key) do update set
      hits = case when limits.until <= now() then ${tries} else limits.hits + ${tries} end,
      until = case when limits.until <= now() then excluded.until else limits.until end
    returning hits, least(ceil(extract(epoch from until - now())), ${windowSeconds}::int)::int as seconds`
  return row!
}

/** What succeeded was no try: its window is forgotten. */
export async function forgetTries(key: string): Promise<void> {
  await db().$executeRaw`delete from limits where key = ${key}`
}

/** One try turned out to be none. */
export async function takeTryBack(key: string): Promise<void> {
  await db().$executeRaw`update limits set hits = hits - 1 where key = ${key} and hits > 0`
}

/** @returns how many windows that are over were taken away */
export function sweepLimits(): Promise<number> {
  return db().$executeRaw`delete from limits where until < now()`
}
