'use client'

import { useEffect, useRef, useState } from 'react'
import type { DraftView } from '#lib/study/save-draft.ts'
import { type Kept, keepLocal, type Local, readLocal, sendDraft } from '#app/_outbox/draft-copy.ts'

export type DraftStatus = 'empty' | 'typing' | 'saving' | 'saved' | 'kept' | 'changed-elsewhere'

const PAUSE = 500
const AGAIN = 5_000

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

  function put(next: Local) {
    now.current = next
    setLocal(next)
    keepLocal(what, questionId, next)
  }

  function meet(other: DraftView | null) {
    conflict.current = other
    setElsewhere(other)
  }

  /** Until a conflict is settled nothing is sent: the base is known to be stale. */
  async function save() {
    clearTimeout(timer.current)
    const { text, base, isSaved } = now.current
    if (isSaved || isSending.current || conflict.current) return
    isSending.current = true
    setStatus('saving')
    const outcome = await sendDraft(what, questionId, base, text)
    isSending.current = false
    if (outcome === 'away') {
      setStatus('kept')
      timer.current = setTimeout(() => void save(), AGAIN)
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
    const kept = readLocal(what, questionId)
    if (kept && !kept.isSaved) {
      put(kept)
      setStatus('kept')
    }
    const flush = () => void save()
    addEventListener('pagehide', flush)
    addEventListener('online', flush)
    return () => {
      clearTimeout(timer.current)
      removeEventListener('pagehide', flush)
      removeEventListener('online', flush)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once a question: `save` reads only refs
  }, [questionId])

  useEffect(() => {
    if (server === undefined) return
    if (now.current.isSaved) {
      if (server && now.current.text === '')
        put({ text: server.text, base: server.revision, isSaved: true })
    } else void save()
    // oxlint-disable-next-line react/exhaustive-deps -- when the server has answered
  }, [server])

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
      put({ text: '', base: 0, isSaved: true })
      setStatus('empty')
    },
  }
}
