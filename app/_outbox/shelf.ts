import { type Held, own, who } from './ahead.ts'
import { ahead, drop, isMine } from './left-ahead.ts'
import { renameOldKeys } from './old-keys.ts'

/*
 * What a reader has on this device, in IndexedDB: one record under each key. Where the browser refuses it,
 * everything stays in localStorage (ahead.ts), and the same functions read it from there.
 */

const NAME = 'ridgeline'
const STORE = 'kept'
const PAUSE = 300

let opened: Promise<IDBDatabase | null> | undefined
let draining: Promise<void> | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** Once: what other tabs, or older versions of the site, have left in localStorage is moved too. */
export function begin(): Promise<void> {
  renameOldKeys()
  for (const key of ahead().keys()) own.add(key)
  return drain().then(adopt)
}

/**
 * What was kept without an account belongs to the first that is known here, for good: when that one's
 * session is over and somebody else signs in, it waits for its writer.
 */
async function adopt(): Promise<void> {
  const by = who()
  const db = by === null ? null : await open()
  if (!db) return
  await settle(db, 'readwrite', (store) => {
    store.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
      if (!cursor) return
      const held = cursor.value as Held
      if (held.who === null) cursor.update({ ...held, who: by } satisfies Held)
      cursor.continue()
    }
  })
}

/** A text is moved when its writer pauses, and not with each key. */
export function drainSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void drain(), PAUSE)
}

/** Moves what this page has written in localStorage to IndexedDB; it is removed there once it is here. */
export async function drain(): Promise<void> {
  await draining
  return (draining ??= move().finally(() => {
    draining = undefined
  }))
}

async function move(): Promise<void> {
  const db = own.size > 0 ? await open() : null
  if (!db) return
  const moved = new Map<string, string>()
  const isDone = await settle(db, 'readwrite', (store) => {
    // Read within the transaction: one of another tab cannot come between this look and what is put.
    for (const [key, raw] of ahead()) {
      if (!own.has(key)) continue
      const held = JSON.parse(raw) as Held
      if (held.value === null) store.delete(key)
      else store.put(held, key)
      moved.set(key, raw)
    }
  })
  if (!isDone || moved.size === 0) return
  remember()
  for (const [key, raw] of moved) drop(key, raw)
}

/** All that is kept for whoever is here under keys that begin so, in the order of the keys. */
export async function recallAll(prefix: string): Promise<Map<string, unknown>> {
  const held = await recallHeld(prefix)
  return new Map([...held].map(([key, { value }]) => [key, value]))
}

/** The same, with the page on which each was written. */
export async function recallHeld(prefix: string): Promise<Map<string, Held>> {
  const found = new Map<string, Held>()
  const overlay = () => {
    for (const [key, raw] of ahead()) {
      if (key.startsWith(prefix)) found.set(key, JSON.parse(raw) as Held)
    }
  }
  const db = await open()
  const isRead =
    db !== null &&
    (await settle(db, 'readonly', (store) => {
      store.openCursor(IDBKeyRange.bound(prefix, `${prefix}\uffff`)).onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
        // While this transaction is open nothing that stands in localStorage can be moved past it.
        if (!cursor) return overlay()
        found.set(String(cursor.key), cursor.value as Held)
        cursor.continue()
      }
    }))
  if (!isRead) overlay()
  const mine = [...found].filter(([, { who, value }]) => value !== null && isMine(who))
  return new Map(mine.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Leaves nothing of anybody here. */
export async function clear(): Promise<void> {
  clearTimeout(timer)
  own.clear()
  const db = await open()
  if (db) await settle(db, 'readwrite', (store) => void store.clear())
}

/** For the next page: it has something to ask for (ahead.ts). */
function remember() {
  try {
    localStorage.setItem('ridgeline.shelf', 'yes')
  } catch {
    // Full to the brim: the page that wrote still knows.
  }
}

/** @returns whether all of it is stored, or read */
function settle(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const transaction = db.transaction(STORE, mode)
      const store = transaction.objectStore(STORE)
      transaction.oncomplete = () => resolve(true)
      transaction.onabort = () => resolve(false)
      // What is asked first waits until the transaction has begun.
      store.count().onsuccess = () => {
        try {
          work(store)
        } catch {
          transaction.abort() // Full, or not to be stored: it stays where it is.
        }
      }
    } catch {
      opened = undefined // It was closed for a newer version, or by the browser.
      resolve(false)
    }
  })
}

function open(): Promise<IDBDatabase | null> {
  return (opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1)
      request.onupgradeneeded = () => void request.result.createObjectStore(STORE)
      request.onerror = () => resolve(null)
      request.onsuccess = () => {
        const db = request.result
        db.onversionchange = () => db.close()
        db.onclose = () => void (opened = undefined)
        resolve(db)
      }
    } catch {
      resolve(null)
    }
  }))
}
