'use client'

import { useEffect, useState } from 'react'
import { type Held, isHolding } from '#app/_outbox/ahead.ts'
import { keep, late } from '#app/_outbox/later.ts'
import { entries, listen } from '#app/_outbox/outbox.ts'
import { Button } from '#app/_ui/button.tsx'
import styles from './account.module.css'
import { KeptThing } from './kept-thing.tsx'
import { type Thing, thingsIn } from './things.ts'

/** What only this browser has: on its way, refused, or being written. Nothing of it leaves unseen. */
export function OnThisDevice() {
  const [things, setThings] = useState<readonly Thing[] | null>(null)
  const [isSending, setSending] = useState(false)
  const [said, setSaid] = useState('')

  useEffect(() => {
    let isHere = true
    async function look() {
      const held = isHolding() ? await (await late()).recallHeld('') : new Map<string, Held>()
      if (isHere) setThings(thingsIn(held))
    }
    const stop = listen({ changed: () => void look() })
    addEventListener('focus', look)
    void look()
    return () => {
      isHere = false
      stop()
      removeEventListener('focus', look)
    }
  }, [])

  async function sendAll() {
    setSending(true)
    await (await late()).deliver()
    setSending(false)
    const left = entries().filter(({ refused }) => refused === undefined).length
    setSaid(left === 0 ? 'Everything that could be sent has been stored.' : AWAY)
  }

  function drop({ key, entryId, name }: Thing) {
    if (entryId) void late().then(({ discard }) => discard(entryId))
    else keep(key, null)
    setThings((all) => all?.filter((thing) => thing.key !== key) ?? null)
    setSaid(`${name}: discarded.`)
  }

  if (things === null) return <p className="muted">Looking what this browser keeps…</p>
  const open = things.filter(({ entryId, refused }) => entryId && refused === undefined).length
  return (
    <div className={styles.block}>
      <p className={styles.lead}>
        {things.length === 0
          ? 'Nothing waits here: all that you did is on the server.'
          : 'Only this browser has what follows. It goes when the server has stored it, or when you discard it.'}
      </p>
      {things.length > 0 && (
        <ul className={styles.things}>
          {things.map((thing) => (
            <KeptThing
              key={thing.key}
              thing={thing}
              onRetry={() => void late().then(({ retry }) => retry(thing.entryId!))}
              onDiscard={() => drop(thing)}
            />
          ))}
        </ul>
      )}
      {open > 0 && (
        <Button aria-disabled={isSending || undefined} onClick={() => isSending || void sendAll()}>
          {isSending ? 'Sending…' : 'Send now'}
        </Button>
      )}
      <p role="status" className="small muted">
        {said}
      </p>
    </div>
  )
}

const AWAY = 'The server cannot be reached. It is tried again by itself; nothing is lost meanwhile.'
