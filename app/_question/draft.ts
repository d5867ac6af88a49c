'use client'

import { useEffect, useRef, useState } from 'react'
import type { DraftView } from '#lib/study/save-draft.ts'
import { type Kept, keepLocal, type Local, recallDraft } from '#app/_outbox/draft-copy.ts'
import { late } from '#app/_outbox/later.ts'

export type DraftStatus = 'empty' | 'typing' | 'saving' | 'saved' | 'kept' | 'changed-elsewhere'

/** What was submitted since the page was loaded, by what and question: its answers are stored or on their way. */
const submitted = new Set<string>()

const PAUSE = 500
/** A save that takes longer than this is said to be on the device alone, until its reply comes. */
const TELL = 1_000

/**
 * A draft, or a note: on the device at each keystroke, on the server at each pause. `server` is what the server
 * holds (undefined until it has answered). Neither text is ever overwritten by an older one.
 */
export function useDraft(
  questionId: string,
  server: DraftView | null | undefined,
  what: Kept = 'draft',
) {
  const [local, setLocal] = useState<Local>({ text: '', base: 0, isSaved: true })
  const [status, setStatus] = useState<DraftStatus>('empty')
  const [elsewhere, setElsewhere] = useState<DraftView | null>(null)
  const conflict = useRef<DraftView | null>(null)
  const now = useRef(local)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isSending = useRef(false)
  // What the device has kept is looked up first: until then what is typed stands beside it, not over it.
  const [isRecalled, setRecalled] = useState(false)
  const key = useRef('')

  /** A note, or another question's draft, that reads the same is something else. */
  const named = (text: string) => `${what}.${questionId} ${text}`

  function put(next: Local) {
    now.current = next
    setLocal(next)
    keepLocal(key.current, next)
  }

  function meet(other: DraftView | null) {
    conflict.current = other
    setElsewhere(other)
  }

  /** Until a conflict is settled nothing is sent: the base is known to be stale. */
  async function save() {
    clearTimeout(timer.current)
    const { text, base, isSaved } = now.current
    if (isSaved || isSending.current || conflict.current || key.current.endsWith('+')) return
    isSending.current = true
    setStatus('saving')
    const tell = setTimeout(() => setStatus('kept'), TELL)
    const outcome = await (await late()).sendDraft(what, questionId, base, text)
    clearTimeout(tell)
    isSending.current = false
    if ('again' in outcome) {
      setStatus('kept')
      timer.current = setTimeout(() => void save(), outcome.again)
    } else if ('current' in outcome && submitted.has(named(outcome.current.text))) {
      // What stands there is no draft any more.
      put({ ...now.current, base: outcome.current.revision })
      void save()
    } else if ('current' in outcome) {
      meet(outcome.current)
      setStatus('changed-elsewhere')
    } else if (now.current.isSaved) {
      // Submitted or cleared while this was under way.
    } else {
      const isSame = now.current.text === text
      put({ ...now.current, base: outcome.revision, isSaved: isSame })
      setStatus(isSame ? 'saved' : 'typing')
      if (!isSame) void save()
    }
  }

  useEffect(() => {
    const place = `${what}.${questionId}`
    key.current = `${place}+` // until the device has been asked (recall-draft.ts)
    setRecalled(false)
    let isHere = true
    void recallDraft(place, () => now.current.text).then((kept) => {
      if (!isHere) return
      const { text } = now.current
      key.current = place
      if (kept || text) {
        const base = kept?.base ?? 0
        keepLocal(`${place}+`, { text, base, isSaved: true })
        put({ text: [kept?.text, text].filter(Boolean).join('\n\n'), base, isSaved: false })
        setStatus(kept ? 'kept' : 'typing')
        timer.current = setTimeout(() => void save(), PAUSE)
      }
      setRecalled(true)
    })
    const flush = () => void save()
    addEventListener('pagehide', flush)
    addEventListener('online', flush)
    return () => {
      isHere = false
      clearTimeout(timer.current)
      removeEventListener('pagehide', flush)
      removeEventListener('online', flush)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once a question: `save` reads only refs
  }, [questionId])

  useEffect(() => {
    if (server === undefined || !isRecalled) return
    if (now.current.isSaved) {
      if (server && now.current.text === '')
        put({ text: server.text, base: server.revision, isSaved: true })
    } else void save()
    // oxlint-disable-next-line react/exhaustive-deps -- when the server has answered
  }, [server, isRecalled])

  return {
    text: local.text,
    status,
    elsewhere,
    edit(text: string) {
      put({ ...now.current, text, isSaved: false })
      setStatus(conflict.current ? 'changed-elsewhere' : 'typing')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), PAUSE)
    },
    save: () => void save(),
    /** Ends a conflict: the given text goes over what is stored elsewhere. */
    settle(text: string) {
      put({ text, base: conflict.current?.revision ?? 0, isSaved: false })
      meet(null)
      void save()
    },
    /** After submission: the text is an attempt now. */
    clear() {
      clearTimeout(timer.current)
      submitted.add(named(now.current.text))
      put({ text: '', base: 0, isSaved: true })
      setStatus('empty')
    },
  }
}
