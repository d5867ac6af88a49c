/*
 * What must not be lost stands in localStorage before the next line runs: a transaction of IndexedDB may
 * not end when its page is hidden or its tab crashes. shelf.ts, which is fetched when there is something
 * to keep, moves it into IndexedDB. Where storage is refused or full, it is kept as long as the page.
 */

export const AHEAD = 'ridgeline.ahead.'
/** Begin: ahead, shelf; and from before there was one (old-keys.ts) again, draft, interview, note, outbox. */
const HELD = /^ridgeline\.(a|she|d|i|n|o)/

/** The page on which something was written, by its title and its path. */
export type Place = { about: string; page: string }

/** `who`: the account that it belongs to; null is whoever is at this browser without one. */
export type Held = Place & { who: string | null; value: unknown }

export const unstored = new Map<string, string>()
/** Keys that this page has written since they were last moved. */
export const own = new Set<string>()

let author: string | null = null

/** @param value null to forget what is kept under the key */
export function keepAhead(key: string, value: unknown, place = here()): void {
  const raw = JSON.stringify({ who: who(), ...place, value } satisfies Held)
  own.add(key)
  try {
    localStorage.setItem(AHEAD + key, raw)
    unstored.delete(key)
  } catch {
    unstored.set(key, raw)
  }
}

export function here(): Place {
  return { about: document.title, page: location.pathname }
}

/** Whether this device keeps anything of anybody, so that it is worth asking the shelf. */
export function isHolding(): boolean {
  try {
    return unstored.size > 0 || Object.keys(localStorage).some((key) => HELD.test(key))
  } catch {
    return false
  }
}

/**
 * The account that is signed in, by the name that /api/me gives it (app/_account/me.ts); the same as long
 * as the page, whoever signs in elsewhere: what stands in it is theirs.
 */
export function who(): string | null {
  try {
    author ??= localStorage.getItem('ridgeline.who')
  } catch {
    // Storage is refused: nobody is known.
  }
  return author
}

/** The server says that it is somebody else by now: what the browser has heard of that counts again. */
export function forgetAuthor(): void {
  author = null
}
