'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { inTurn } from '#app/_outbox/in-turn.ts'
import { ulid } from '#app/_outbox/ulid.ts'
import { Apology } from '#app/_ui/apology.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Button } from '#app/_ui/button.tsx'
import type { SharedInterview } from '#lib/study/share-interview.ts'
import { Shared } from './shared.tsx'
import styles from './shared.module.css'

type State =
  { phase: 'loading' | 'missing' | 'away' } | { phase: 'ready'; interview: SharedInterview }

const AWAY = 'The server cannot be reached: nothing was started. Try again.'

/** Asks what is shared under this address, and starts the same for whoever wants it. */
export function SharedLoader({ share }: { share: string }) {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [id] = useState(ulid) // the same until it has worked, so that it starts once
  const router = useRouter()
  const address = `/api/interviews/shared/${encodeURIComponent(share)}`

  const load = () => void look(address).then(setState)
  const begin = useEffectEvent(load)
  useEffect(() => begin(), [])

  async function start() {
    setBusy(true)
    const reply = await inTurn(() =>
      fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id }),
        signal: AbortSignal.timeout(15_000),
      }),
    ).catch(() => null)
    const body = await reply?.json().catch(() => null)
    if (reply?.ok && body) return router.push(`/mock/${body.id}`)
    setBusy(false)
    setProblem(body?.error?.message ?? AWAY)
  }

  if (state.phase === 'ready')
    return (
      <Shared
        interview={state.interview}
        {...{ busy, problem }}
        onStart={() => !busy && void start()}
      />
    )
  if (state.phase === 'loading')
    return (
      <p className={`page muted js-only ${styles.opening}`} role="status">
        Opening the shared interview…
      </p>
    )
  const isAway = state.phase === 'away'
  return (
    <Apology
      title={isAway ? 'The interview could not be looked up' : 'Nobody shares an interview here'}
      actions={
        isAway ? (
          <Button onClick={load}>Try again</Button>
        ) : (
          <ButtonLink href="/mock">To the mock interviews</ButtonLink>
        )
      }
    >
      <p>
        {isAway
          ? 'The server cannot be reached just now. The link stays good.'
          : 'The link may be cut short, or its owner shares it no more. You can start one of your own.'}
      </p>
    </Apology>
  )
}

async function look(address: string): Promise<State> {
  const reply = await fetch(address).catch(() => null)
  if (reply?.status === 404) return { phase: 'missing' }
  const interview = reply?.ok ? await reply.json().catch(() => null) : null
  return interview ? { phase: 'ready', interview } : { phase: 'away' }
}
