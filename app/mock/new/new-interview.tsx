'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { inTurn } from '#app/_outbox/in-turn.ts'
import { ulid } from '#app/_outbox/ulid.ts'
import { type Blueprint, decodeBlueprint, encodeBlueprint } from '#lib/interview/blueprint.ts'
import { BlueprintForm, type Choices } from './blueprint-form.tsx'
import styles from './new.module.css'
import { Outcome } from './outcome.tsx'
import { usePreview } from './use-preview.ts'

/** The form, and beside it what it would give. The address holds the blueprint at every moment. */
export function NewInterview(choices: Choices) {
  const [isAlive, setAlive] = useState(false)
  // The server drew the standard form; the browser begins a new one, for the address that it has: after
  // a link within the site that is the new one from the first effect on, and not before.
  // oxlint-disable-next-line react/set-state-in-effect -- the router writes the address before effects run
  useEffect(() => setAlive(true), [])
  return <Form key={String(isAlive)} {...choices} isAlive={isAlive} />
}

function Form({ isAlive, ...choices }: Choices & { isAlive: boolean }) {
  const [query] = useState(() => new URLSearchParams(isAlive ? location.search : ''))
  const givenSeed = seedIn(query.get('seed'))
  const [{ blueprint: first, unread }] = useState(() =>
    decodeBlueprint(query.get('blueprint') ?? ''),
  )
  const [blueprint, setBlueprint] = useState(first)
  const [seed] = useState(() => givenSeed ?? (isAlive ? anySeed() : 0))
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const preview = usePreview(blueprint, seed, isAlive)
  const router = useRouter()

  function change(next: Blueprint) {
    setBlueprint(next)
    setProblem(null)
    const text = encodeBlueprint(next)
    const parts = [text && `blueprint=${text}`, givenSeed !== null && `seed=${givenSeed}`]
    const query = parts.filter(Boolean).join('&')
    history.replaceState(history.state, '', query ? `?${query}` : location.pathname)
  }

  async function start() {
    setBusy(true)
    const outcome = await begin(blueprint, seed)
    if ('id' in outcome) return router.push(`/mock/${outcome.id}`)
    setBusy(false)
    setProblem(outcome.problem)
  }

  return (
    <div className={styles.columns}>
      <div className={styles.form}>
        {unread.length > 0 && (
          <p role="alert" className={styles.problem}>
            Part of this link cannot be read and takes its usual value: {unread.join(', ')}.
          </p>
        )}
        <fieldset disabled={!isAlive}>
          <BlueprintForm {...choices} blueprint={blueprint} onChange={change} />
        </fieldset>
      </div>
      <Outcome
        {...{ blueprint, preview, problem, busy }}
        isSeeded={givenSeed !== null}
        onChange={change}
        onStart={() => void start()}
      />
    </div>
  )
}

/** The id that a start is known by: the same until it has worked, so that the same starts once. */
let begun: { id: string; what: string } | null = null

async function begin(blueprint: Blueprint, seed: number) {
  const what = `${encodeBlueprint(blueprint)} ${seed}`
  if (begun?.what !== what) begun = { id: ulid(), what }
  const { id } = begun
  const reply = await inTurn(() =>
    fetch('/api/interviews', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, blueprint: encodeBlueprint(blueprint), seed }),
      signal: AbortSignal.timeout(15_000),
    }),
  ).catch(() => null)
  const body = await reply?.json().catch(() => null)
  if (reply?.ok && body) {
    begun = null
    return { id: String(body.id) }
  }
  const message: string | undefined = body?.error?.message
  return { problem: message ?? 'The server cannot be reached: nothing was started. Try again.' }
}

function seedIn(text: string | null): number | null {
  return text !== null && /^-?\d{1,10}$/.test(text) ? Number(text) | 0 : null
}

function anySeed(): number {
  return crypto.getRandomValues(new Int32Array(1))[0]!
}
