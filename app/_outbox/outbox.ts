import { inTurn } from './in-turn.ts'
import { ulid } from './ulid.ts'
import type { AttemptView } from '#lib/study/attempt-view.ts'

/** An attempt on its way: kept on this device until the server's receipt. */
export type Parcel = {
  id: string
  itemId: string
  contentHash: string
  seed: number
  response: unknown
  confidence: number | null
  elapsedMs: number
}

/** Waiting to be sent, or refused with the server's sentence. */
export type Waiting = Parcel & { refused?: string }

const KEY = 'ridgeline.outbox'
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 30_000
const PATIENCE = 15_000

type Listener = { stored(attempt: AttemptView, itemId: string): void; changed(): void }

const listeners = new Set<Listener>()
/** In step with the device's storage; alone where storage is refused or full. */
let parcels: Waiting[] | undefined
let isVolatile = false
let sending: Promise<void> | null = null
let wait = FIRST_WAIT
let timer: ReturnType<typeof setTimeout> | undefined

export function listen(listener: Listener): () => void {
  if (listeners.size === 0) addEventListener('online', flushNow)
  listeners.add(listener)
  if (waiting().length > 0) flushNow()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('online', flushNow)
  }
}

export function waiting(): readonly Waiting[] {
  return (parcels ??= read())
}

/** Keeps the attempt first, then sends it. */
export function send(attempt: Omit<Parcel, 'id'>): string {
  const id = ulid()
  keep([...read(), { id, ...attempt }])
  flushNow()
  return id
}

export function retry(id: string): void {
  keep(
    read().map(({ refused, ...parcel }) =>
      parcel.id === id || !refused ? parcel : { ...parcel, refused },
    ),
  )
  flushNow()
}

export function discard(id: string): void {
  keep(read().filter((parcel) => parcel.id !== id))
}

/** Sends what is waiting, at once. @returns when all of it is answered, or the server cannot be asked */
export function deliver(): Promise<void> {
  clearTimeout(timer)
  wait = FIRST_WAIT
  return flush()
}

function flushNow(): void {
  void deliver()
}

function flush(): Promise<void> {
  return (sending ??= sendInOrder().finally(() => {
    sending = null
  }))
}

/** One at a time, so that one refused parcel holds nothing else up. */
async function sendInOrder(): Promise<void> {
  for (let next = read().find(isOpen); next; next = read().find(isOpen)) {
    if (await sendOne(next)) continue
    timer = setTimeout(() => void flush(), wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
    return
  }
}

/** @returns false when the server could not be asked; a refusal counts as an answer */
async function sendOne(parcel: Waiting): Promise<boolean> {
  const reply = await inTurn(() =>
    fetch('/api/attempts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ attempts: [parcel] }),
      keepalive: true, // also when the reader leaves the page meanwhile
      signal: AbortSignal.timeout(PATIENCE),
    }),
  ).catch(() => null)
  if (!reply || reply.status >= 500 || reply.status === 429) return false
  const body = await reply.json().catch(() => null)
  if (reply.ok && body) {
    keep(read().filter(({ id }) => id !== parcel.id))
    for (const listener of listeners) listener.stored(body.results[0], parcel.itemId)
  } else {
    const refused: string = body?.error?.message ?? `The server answered ${reply.status}.`
    keep(read().map((each) => (each.id === parcel.id ? { ...each, refused } : each)))
  }
  return true
}

function isOpen(parcel: Waiting): boolean {
  return parcel.refused === undefined
}

function keep(next: Waiting[]): void {
  parcels = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    isVolatile = true // Storage is refused or full: the parcels live as long as this page.
  }
  for (const listener of listeners) listener.changed()
}

/** From storage each time: another tab may have delivered or added. */
function read(): Waiting[] {
  if (isVolatile) return parcels ?? []
  try {
    const text = localStorage.getItem(KEY)
    return text === null ? [] : (JSON.parse(text) as Waiting[])
  } catch {
    return parcels ?? []
  }
}
