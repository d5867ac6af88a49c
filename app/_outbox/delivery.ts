import { forgetAuthor, keepAhead } from './ahead.ts'
import { inTurn, patience } from './in-turn.ts'
import { written } from './left-ahead.ts'
import { type Entry, entries, listen, listeners, OUT, type Parcel, show } from './outbox.ts'
import { isWhatWasSent } from './receipt.ts'
import { begin, drainSoon, recallAll } from './shelf.ts'
import { againAfter } from './wait.ts'
import type { AttemptView } from '#lib/study/attempt-view.ts'

export { recallDraft } from './recall-draft.ts'
export { sendDraft } from './send-draft.ts'
export { clear, drainSoon, recallAll, recallHeld } from './shelf.ts'

/** What came of an entry. `kept`: the server cannot be asked just now. */
export type Outcome = { reply: unknown } | { refused: string } | 'kept'

/** A server that breaks on an entry is not asked for ever; what waits behind it goes on. */
const TRIES = 5
const BROKE = 'The server broke on this five times.'
const ANOTHERS_MS = 30_000
const OTHERWISE = 'The server has stored something else than what was sent.'

const news = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('ridgeline')
const waits = new Map<string, (outcome: Outcome) => void>()
const results = new Map<string, Outcome>()
const broken = new Map<string, number>()
let delivering: Promise<void> | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let failures = 0
/** Grows with each call for a delivery. */
let asked = 0

const begun = start()

async function start() {
  addEventListener('online', () => void deliver())
  addEventListener('storage', ({ key }) => {
    if (key?.includes(`.${OUT}`) ?? true) void look()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void deliver()
  })
  news?.addEventListener('message', ({ data }: MessageEvent<{ entry: Entry; reply: unknown }>) => {
    told(data.entry, data.reply)
  })
  listen({ changed: say })
  await begin()
  void deliver()
}

/** In the bar over the page (outbox-state.tsx). */
function say() {
  const { length } = entries()
  const place = document.querySelector('[data-unsaved-words]')
  if (place) place.textContent = `${length} not saved`
  document.documentElement.toggleAttribute('data-unsaved', length > 0)
}

/** @returns what came of an entry that was posted; `kept` when that is not known within `patienceMs` */
export function outcomeOf(id: string, patienceMs: number): Promise<Outcome> {
  const known = results.get(id)
  if (known) return Promise.resolve(known)
  return new Promise((resolve) => {
    waits.set(id, resolve)
    setTimeout(() => settle(id, 'kept'), patienceMs)
  })
}

export function retry(id: string): void {
  const entry = entries().find((each) => each.id === id)
  if (!entry) return
  const { refused: _, ...open } = entry
  broken.delete(id)
  results.delete(id)
  put(open)
  void deliver()
}

export function discard(id: string): void {
  remove(id)
}

/** Sends what is waiting, in order. @returns when all is answered, or the server cannot be asked */
export function deliver(): Promise<void> {
  asked++
  return (delivering ??= deliverAsked())
}

/** What is posted while the last look at the device is under way is not left lying. */
async function deliverAsked(): Promise<void> {
  await begun
  try {
    for (let seen = 0; seen !== asked;) {
      seen = asked
      await alone(sendInOrder)
    }
  } finally {
    delivering = undefined
  }
}

/** In one tab at a time; the others find done what it has done. */
function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work()
  return navigator.locks.request('ridgeline.delivery', work) as Promise<void>
}

async function sendInOrder(): Promise<void> {
  clearTimeout(timer)
  for (let next = await first(); next; next = await first()) {
    const wait = await sendOne(next)
    failures = wait === null ? 0 : failures + 1
    if (wait === null) continue
    timer = setTimeout(() => void deliver(), wait)
    for (const id of waits.keys()) settle(id, 'kept')
    return
  }
}

async function first(): Promise<Entry | undefined> {
  await look()
  return entries().find(({ refused }) => refused === undefined)
}

/** Reads what the device holds, of this tab and of others. */
async function look(): Promise<void> {
  const found = [...(await recallAll(OUT)).values()] as Entry[]
  if (JSON.stringify(found) !== JSON.stringify(entries())) show(found)
}

/** @returns null when it is answered, a refusal included; else in how many milliseconds to try again */
async function sendOne(entry: Entry): Promise<number | null> {
  const [method, address, body] = requestOf(entry)
  const reply = await inTurn(() =>
    fetch(address, {
      method,
      headers: written(),
      body: JSON.stringify(body),
      keepalive: true, // also when the reader leaves the page meanwhile
      signal: patience(),
    }),
  ).catch(() => null)
  if (!reply) return againAfter(null, failures)
  const answer = await reply.json().catch(() => null)
  const isAway = reply.status >= 500 || reply.status === 429 || answer === null
  if (isAway && (reply.status !== 500 || !isHopeless(entry.id))) return againAfter(reply, failures)
  const error = answer?.error
  if (reply.ok && isWhatWasSent(entry, answer)) receive(entry, answer)
  else if (error?.code === 'written-by-another') {
    // Signed out, or somebody else is signed in: it waits until its writer is back.
    forgetAuthor()
    return ANOTHERS_MS
  } else refuse(entry, isAway ? BROKE : reply.ok ? OTHERWISE : (error?.message ?? said(reply)))
  return null
}

function requestOf({ what, body, to }: Entry): [method: string, address: string, body: unknown] {
  if (what === 'answer') return ['POST', '/api/attempts', { attempts: [body] }]
  if (what === 'grades') return ['POST', '/api/me/reviews', { reviews: body }]
  return [...to!, body]
}

function isHopeless(id: string): boolean {
  broken.set(id, (broken.get(id) ?? 0) + 1)
  return broken.get(id)! >= TRIES
}

function said({ status }: Response): string {
  return `The server answered ${status}.`
}

/** It leaves the device only now. */
function receive(entry: Entry, reply: unknown): void {
  news?.postMessage({ entry, reply })
  told(entry, reply)
  remove(entry.id)
}

function told({ id, what, body }: Entry, reply: unknown): void {
  const attempt = what === 'answer' && (reply as { results: AttemptView[] }).results[0]
  if (attempt) for (const listener of listeners) listener.stored?.(attempt, (body as Parcel).itemId)
  settle(id, { reply })
}

function refuse(entry: Entry, refused: string): void {
  put({ ...entry, refused })
  settle(entry.id, { refused })
}

function settle(id: string, outcome: Outcome): void {
  if (outcome !== 'kept') results.set(id, outcome)
  waits.get(id)?.(outcome)
  waits.delete(id)
}

function put(entry: Entry): void {
  keepAhead(OUT + entry.id, entry)
  drainSoon()
  show(entries().map((each) => (each.id === entry.id ? entry : each)))
}

function remove(id: string): void {
  keepAhead(OUT + id, null)
  drainSoon()
  show(entries().filter((each) => each.id !== id))
}
