'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { CardView } from '#lib/study/card-view.ts'
import type { Journal } from '#lib/study/open-journal.ts'
import { listen, send, waiting, type Parcel, type Waiting } from '#app/_outbox/outbox.ts'

/** What this page knows of its reader. One request after load serves every part of the page. */
export type JournalState = Omit<Journal, 'card'> & {
  /** null until the server has answered */
  card: CardView | null
  phase: 'loading' | 'ready' | 'away'
  /** On their way to the server, oldest first. */
  waiting: readonly Waiting[]
}

const EMPTY: JournalState = {
  phase: 'loading',
  draft: null,
  attempts: [],
  card: null,
  note: null,
  marks: { starred: false, parked: false },
  waiting: [],
}

type Store = {
  state: JournalState
  readers: Set<() => void>
  stop?: () => void
}

const stores = new Map<string, Store>()

export function useJournal(questionId: string): JournalState {
  const store = storeOf(questionId)
  useEffect(() => start(questionId, store), [questionId, store])
  return useSyncExternalStore(
    (reader) => {
      store.readers.add(reader)
      return () => store.readers.delete(reader)
    },
    () => store.state,
    () => EMPTY,
  )
}

/** Keeps an attempt on the device and sends it; it appears under `waiting`, then under `attempts`. */
export function submit(attempt: Omit<Parcel, 'id'>): string {
  return send(attempt)
}

/** The question's card has changed: a review was recorded. */
export function reviewed(card: CardView): void {
  const store = stores.get(card.questionId)
  if (store && card.keyPointId === '') change(store, { card })
}

/** The reader has starred or parked the question, or taken that back. */
export function marked(questionId: string, marks: Journal['marks']): void {
  const store = stores.get(questionId)
  if (store) change(store, { marks })
}

/** Asks the server again, after a failure. */
export function reload(questionId: string): void {
  void load(questionId, storeOf(questionId))
}

function storeOf(questionId: string): Store {
  const known = stores.get(questionId)
  if (known) return known
  const fresh: Store = { state: EMPTY, readers: new Set() }
  stores.set(questionId, fresh)
  return fresh
}

/** The first part that mounts loads the journal, the last that leaves forgets it. */
function start(questionId: string, store: Store): () => void {
  if (!store.stop) {
    const prefix = `${questionId}/`
    const mine = () => waiting().filter(({ itemId }) => itemId.startsWith(prefix))
    store.stop = listen({
      stored(attempt, itemId) {
        if (!itemId.startsWith(prefix)) return
        const others = store.state.attempts.filter(({ id }) => id !== attempt.id)
        change(store, { attempts: [attempt, ...others] })
      },
      changed: () => change(store, { waiting: mine() }),
    })
    change(store, { waiting: mine() })
    void load(questionId, store)
  }
  return () => {
    queueMicrotask(() => {
      if (store.readers.size > 0) return
      store.stop?.()
      stores.delete(questionId)
    })
  }
}

async function load(questionId: string, store: Store): Promise<void> {
  const reply = await fetch(`/api/me/questions/${questionId}`).catch(() => null)
  const journal = reply?.ok ? ((await reply.json().catch(() => null)) as Journal | null) : null
  if (!journal) return change(store, { phase: 'away' })
  const here = store.state.attempts.filter(({ id }) => !journal.attempts.some((a) => a.id === id))
  change(store, { ...journal, phase: 'ready', attempts: [...here, ...journal.attempts] })
}

function change(store: Store, part: Partial<JournalState>): void {
  store.state = { ...store.state, ...part }
  for (const reader of store.readers) reader()
}
