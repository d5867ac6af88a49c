import { persist } from '#app/_ui/gate.ts'
import { isHolding, keepAhead } from './ahead.ts'

let loading: ReturnType<typeof load> | undefined

/** Shelf and delivery: not needed to read a page, so fetched with the first thing that is kept. */
export function late() {
  return (loading ??= persist(load))
}

const load = () => import('./delivery.ts')

/** On the device at once, in IndexedDB a moment later. @param value null to forget it */
export function keep(key: string, value: unknown): void {
  keepAhead(key, value)
  void late().then(({ drainSoon }) => drainSoon())
}

/** What is kept here under the key, by whoever is here now. */
export async function recall<T>(key: string): Promise<T | null> {
  if (!isHolding()) return null
  return ((await (await late()).recallAll(key)).get(key) as T | undefined) ?? null
}
