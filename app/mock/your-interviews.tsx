'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { InterviewLine } from '#lib/study/list-interviews.ts'
import styles from './mock.module.css'

type State = { phase: 'loading' | 'away' } | { phase: 'ready'; lines: InterviewLine[] }

/** Those under way first, each with one press to go on; then those that are over. */
export function YourInterviews() {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const load = () =>
    void fetchLines().then((lines) =>
      setState(lines ? { phase: 'ready', lines } : { phase: 'away' }),
    )
  const begin = useEffectEvent(load)
  useEffect(() => begin(), [])
  return (
    <section aria-labelledby="yours" className={styles.section}>
      <h2 id="yours" className="section-title">
        Your interviews
      </h2>
      {state.phase === 'loading' && (
        <p className="muted js-only" role="status">
          Looking up your interviews…
        </p>
      )}
      {state.phase === 'away' && (
        <div role="alert">
          <p>Your interviews could not be loaded. They are safe on the server.</p>
          <p>
            <Button onClick={load}>Try again</Button>
          </p>
        </div>
      )}
      {state.phase === 'ready' && <Lines lines={state.lines} />}
      <noscript>
        <p>An interview needs JavaScript. Reading the questions does not.</p>
      </noscript>
    </section>
  )
}

/** @returns null when the server cannot be asked */
async function fetchLines(): Promise<InterviewLine[] | null> {
  const reply = await fetch('/api/interviews').catch(() => null)
  const body = reply?.ok ? await reply.json().catch(() => null) : null
  return body && (body.interviews as InterviewLine[])
}

function Lines({ lines }: { lines: readonly InterviewLine[] }) {
  if (lines.length === 0)
    return (
      <p className="muted">None yet. The first one can be short: 20 minutes say a good deal.</p>
    )
  const ordered = [...lines].toSorted(
    (a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null),
  )
  return (
    <ul className={styles.lines}>
      {ordered.map((line) => (
        <li key={line.id}>
          <Link href={line.closedAt ? `/mock/${line.id}/report` : `/mock/${line.id}`}>
            {when(line.startedAt)}
          </Link>
          <span className="small muted">
            {line.items} {line.items === 1 ? 'question' : 'questions'}, {line.answered} answered
          </span>
          <span className="small">{standing(line)}</span>
        </li>
      ))}
    </ul>
  )
}

function standing({ closedAt, closedBy, pausedAt }: InterviewLine): string {
  if (closedAt === null) return pausedAt ? 'Paused: go on' : 'Under way: go on'
  if (closedBy === 'time') return 'Ended with its time: report'
  return closedBy === 'abandoned' ? 'Closed after a week: report' : 'Finished: report'
}

function when(iso: string): string {
  const date = new Date(iso)
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day}, ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
}
