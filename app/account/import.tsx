'use client'

import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import type { Tallies } from '#lib/study/import-everything.ts'
import styles from './account.module.css'
import { here, left, nothingNew, willAdd } from './import-words.ts'
import { send } from './send.ts'

/** As the server takes it. */
const MOST_MB = 16

type Chosen = { name: string; file: unknown; tallies: Tallies }
type State = 'idle' | 'reading' | 'importing' | { problem: string } | { done: Tallies } | Chosen

/** Brings along what another installation (or this one) has exported: looked at first, then added. */
export function Import() {
  const [state, setState] = useState<State>('idle')
  const picker = useRef<HTMLInputElement>(null)

  async function look({ target }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = target.files ?? []
    if (!chosen) return
    setState('reading')
    setState(await preview(chosen))
    // The same file may be chosen again.
    target.value = ''
  }

  async function add({ file }: Chosen) {
    setState('importing')
    const outcome = await send<{ tallies: Tallies }>('POST', '/api/import/json', {
      apply: true,
      file,
    })
    setState('problem' in outcome ? outcome : { done: outcome.done.tallies })
  }

  return (
    <div className={styles.block}>
      <h3 className={styles.subtitle}>Import an export</h3>
      <p className="small muted" id="import-what">
        A JSON file that this page, here or on another installation, has exported. What you have
        here stays: nothing is overwritten and nothing comes twice.
      </p>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="File to import"
        aria-describedby="import-what"
        className="visually-hidden"
        tabIndex={-1}
        onChange={look}
      />
      {typeof state === 'object' && 'tallies' in state ? (
        <Preview {...state} onAdd={() => add(state)} onLeave={() => setState('idle')} />
      ) : (
        <Button
          aria-disabled={state === 'reading' || state === 'importing' || undefined}
          onClick={() => picker.current?.click()}
        >
          {state === 'reading'
            ? 'Reading…'
            : state === 'importing'
              ? 'Importing…'
              : 'Choose a file…'}
        </Button>
      )}
      <div role="status">
        {typeof state === 'object' && 'problem' in state && (
          <Notice tone="bad" title="Nothing was imported.">
            <p>{state.problem}</p>
          </Notice>
        )}
        {typeof state === 'object' && 'done' in state && <Done tallies={state.done} />}
      </div>
    </div>
  )
}

function Preview({
  name,
  tallies,
  onAdd,
  onLeave,
}: Chosen & { onAdd: () => void; onLeave: () => void }) {
  const isNothing = nothingNew(tallies)
  const place = useFocused()
  return (
    <Notice
      ref={place}
      tabIndex={-1}
      tone={isNothing ? 'ok' : 'warn'}
      live="status"
      title={willAdd(tallies, name)}
    >
      {[here(tallies), left(tallies)].filter(Boolean).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className={styles.answers}>
        {!isNothing && (
          <Button look="primary" onClick={onAdd}>
            Import
          </Button>
        )}
        <Button onClick={onLeave}>{isNothing ? 'Close' : 'Leave it'}</Button>
      </div>
    </Notice>
  )
}

function Done({ tallies }: { tallies: Tallies }) {
  const place = useFocused()
  return (
    <Notice ref={place} tabIndex={-1} tone="ok" title={willAdd(tallies, null)}>
      {[here(tallies), left(tallies)].filter(Boolean).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        Your progress is worked out anew from all of it. <Link href="/progress">Look at it</Link>.
      </p>
    </Notice>
  )
}

/** The button that led here is gone, and with it the focus. */
function useFocused() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return place
}

async function preview(chosen: File): Promise<State> {
  if (chosen.size > MOST_MB * 1024 * 1024)
    return { problem: `This file is larger than ${MOST_MB} MB, which is the most that is taken.` }
  let file: unknown
  try {
    file = JSON.parse(await chosen.text())
  } catch {
    return {
      problem: `${chosen.name} is not a JSON file. Choose one that “Export everything” saved.`,
    }
  }
  const outcome = await send<{ tallies: Tallies }>('POST', '/api/import/json', {
    apply: false,
    file,
  })
  return 'problem' in outcome ? outcome : { name: chosen.name, file, tallies: outcome.done.tallies }
}
