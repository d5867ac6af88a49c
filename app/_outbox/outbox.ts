import { here, type Place } from './ahead.ts'
import { keep, late } from './later.ts'
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

/** Something that a reader did, on its way to the server; sent again under the same id it counts once. */
export type Entry = {
  id: string
  /** a Parcel; an array of lines of the review log; the body of what `to` says */
  body: unknown
  what: 'answer' | 'grades' | 'mark' | 'report'
  to?: readonly [method: 'PUT' | 'POST', address: string]
  refused?: string
} & Place

export type Listener = { stored?(attempt: AttemptView, itemId: string): void; changed(): void }

/** Under this and their id entries are kept; ids, which begin with their time, give the order. */
export const OUT = 'out.'

export const listeners = new Set<Listener>()
/** Known once delivery.ts has asked the device. */
let all: readonly Entry[] = []

export function listen(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function entries(): readonly Entry[] {
  return all
}

/** The attempts among them. */
export function waiting(): Waiting[] {
  return all.flatMap(({ what, body, refused }) =>
    what === 'answer' ? [{ ...(body as Parcel), ...(refused && { refused }) }] : [],
  )
}

/** Keeps it on the device first, then sends it. */
export function post(entry: Omit<Entry, keyof Place>): void {
  const whole = { ...entry, ...here() }
  keep(OUT + entry.id, whole)
  show([...all.filter(({ id }) => id !== entry.id), whole])
  void late().then(({ deliver }) => deliver())
}

export function send(attempt: Omit<Parcel, 'id'>): string {
  const id = ulid()
  post({ id, what: 'answer', body: { id, ...attempt } })
  return id
}

/** For delivery.ts: what the device holds by now. */
export function show(next: readonly Entry[]): void {
  all = next
  for (const listener of listeners) listener.changed()
}
