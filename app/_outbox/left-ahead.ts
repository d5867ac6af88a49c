import { AHEAD, type Held, own, unstored, who } from './ahead.ts'

/** What is not on the shelf yet, by key and as it is stored. */
export function ahead(): Map<string, string> {
  const found = new Map(unstored)
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(AHEAD)) found.set(key.slice(AHEAD.length), localStorage.getItem(key)!)
    }
  } catch {
    // Storage is refused: there is nothing.
  }
  return found
}

/** It is on the shelf now, unless it has been written again meanwhile. */
export function drop(key: string, raw: string): void {
  if (ahead().get(key) !== raw) return
  own.delete(key)
  unstored.delete(key)
  try {
    localStorage.removeItem(AHEAD + key)
  } catch {
    // Storage is refused: it was not there.
  }
}

/** What was kept without an account is taken along into the next one, as on the server. */
export function isMine(whose: Held['who']): boolean {
  return whose === null || whose === who()
}

/** For requests: the server refuses what another account has written (lib/action.ts). */
export function written(): Record<string, string> {
  const by = who()
  return { 'Content-Type': 'application/json', ...(by !== null && { 'X-Written-By': by }) }
}
