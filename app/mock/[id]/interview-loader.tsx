'use client'

import '#app/_figure/figure.css'
import '#app/_quiz/kinds.css'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { ulid } from '#app/_outbox/ulid.ts'
import { Apology } from '#app/_ui/apology.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Button } from '#app/_ui/button.tsx'
import { type Answers, openAnswers } from './answers.ts'
import { foundCopies, livingTabs } from './copies.ts'
import { Interview } from './interview.tsx'
import styles from './interview.module.css'
import { ask, type OpenInterview } from './requests.ts'

type State =
  | { phase: 'loading' | 'missing' | 'away' | 'over' }
  | { phase: 'open'; interview: OpenInterview; answers: Answers; at: number }

/** The name that this page gives itself, for as long as it is loaded. */
const tab = ulid()

/** Asks for the interview, and takes up what a tab that is gone has left on this device. */
export function InterviewLoader({ id }: { id: string }) {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const [tries, setTries] = useState(0)
  const router = useRouter()
  const leave = useEffectEvent(() => router.replace(`/mock/${id}/report`))
  useEffect(() => {
    let answers: Answers | undefined
    let isLeft = false
    async function load() {
      const living = await livingTabs(tab)
      const interview = await ask<OpenInterview>(id)
      const found = await foundCopies(id, living)
      // What this tab takes up it must keep: nobody who has left may.
      if (isLeft) return
      if (typeof interview === 'string') return setState({ phase: interview })
      if (interview.closedAt) {
        setState({ phase: 'over' })
        return leave()
      }
      answers = openAnswers(interview, tab, found)
      setState({ phase: 'open', interview, answers, at: performance.now() })
    }
    void load()
    return () => {
      isLeft = true
      void answers?.saveAll()
      answers?.stop()
    }
  }, [id, tries])

  switch (state.phase) {
    case 'open':
      return <Interview interview={state.interview} answers={state.answers} receivedAt={state.at} />
    case 'missing':
      return (
        <Apology
          title="There is no interview of yours here"
          actions={<ButtonLink href="/mock">To your interviews</ButtonLink>}
        >
          <p>
            It may belong to another account or to another browser: sign in as you were when you
            started it. Its answers are kept.
          </p>
        </Apology>
      )
    case 'away':
      return (
        <Apology
          title="The interview could not be loaded"
          actions={<Button onClick={() => setTries(tries + 1)}>Try again</Button>}
        >
          <p>What was saved is safe on the server; what was not yet saved is on this device.</p>
        </Apology>
      )
    default:
      return (
        <p className={`page muted ${styles.opening}`} role="status">
          {state.phase === 'over' ? 'This interview is over. Opening its report…' : 'Opening…'}
        </p>
      )
  }
}
