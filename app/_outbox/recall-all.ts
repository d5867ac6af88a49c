import { isHolding } from './ahead.ts'
import { late } from './later.ts'

/** Everything under keys that begin so, of whoever is here, in the order of the keys. */
export async function recallAll<T>(prefix: string): Promise<Map<string, T>> {
  if (!isHolding()) return new Map()
  return (await (await late()).recallAll(prefix)) as Map<string, T>
}
