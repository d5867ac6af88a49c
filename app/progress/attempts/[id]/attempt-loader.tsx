'use client'

import { useEffect, useState } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Button } from '#app/_ui/button.tsx'
import type { AttemptDetail } from '#lib/study/open-attempt.ts'
import { Attempt } from './attempt.tsx'
import styles from './attempt.module.css'

type State = AttemptDetail | 'asking' | 'missing' | 'away'

/** Asks for one attempt; only its owner gets it. */
export function AttemptLoader({ id }: { id: string }) {
  const [state, setState] = useState<State>('asking')
  useEffect(() => {
    if (state === 'asking') void ask(id).then(setState)
  }, [state, id])

  if (state === 'asking') return <p className={styles.asking}>Looking up your answer…</p>
  if (typeof state === 'object') return <Attempt attempt={state} />
  return (
    <div role="alert" className={styles.nothing}>
      <h1 className="title">
        {state === 'missing' ? 'There is no answer of yours here' : 'The server did not answer'}
      </h1>
      <p>
        {state === 'missing'
          ? 'Its address may be wrong, or it belongs to another account than the one you are signed in to.'
          : 'Your answer is safe. Try again in a moment.'}
      </p>
      <p>
        {state === 'missing' ? (
          <ButtonLink href="/progress">To your progress</ButtonLink>
        ) : (
          <Button onClick={() => setState('asking')}>Try again</Button>
        )}
      </p>
    </div>
  )
}

async function ask(id: string): Promise<State> {
  const reply = await fetch(`/api/me/history/${encodeURIComponent(id)}`).catch(() => null)
  if (reply?.status === 404) return 'missing'
  const body = reply?.ok ? await reply.json().catch(() => null) : null
  return (body as AttemptDetail | null) ?? 'away'
}
