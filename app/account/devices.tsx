'use client'

import { useEffect, useState } from 'react'
import { fetchJson } from '#app/_progress/brief.ts'
import { Button } from '#app/_ui/button.tsx'
import styles from './account.module.css'
import { send } from './send.ts'

type Session = {
  name: string
  createdAt: string
  expiresAt: string
  device: string | null
  isHere: boolean
}

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Where the account is signed in, and the way to end each of it, or all of it but here. */
export function Devices() {
  const [sessions, setSessions] = useState<Session[] | null>(null)
  const [said, setSaid] = useState('')
  const [round, setRound] = useState(0)
  useEffect(() => {
    void fetchJson<{ sessions: Session[] }>('/api/me/sessions').then((found) =>
      setSessions(found?.sessions ?? null),
    )
  }, [round])
  const others = sessions?.filter(({ isHere }) => !isHere).length ?? 0

  /** And asks anew where one is signed in, also when the same is said twice. */
  function told(words: string) {
    setSaid(words)
    setRound(round + 1)
  }

  async function endOthers() {
    const outcome = await send<{ ended: number }>('DELETE', '/api/me/sessions', {})
    if ('problem' in outcome) return setSaid(outcome.problem)
    const { ended } = outcome.done
    told(`Signed out in ${ended} other ${ended === 1 ? 'place' : 'places'}.`)
  }

  async function end(name: string, since: string) {
    const outcome = await send('DELETE', `/api/me/sessions/${name}`, {})
    told('problem' in outcome ? outcome.problem : `Signed out where you signed in on ${since}.`)
  }

  if (!sessions) return null
  return (
    <div className={styles.block}>
      <h3 className={styles.subtitle}>Signed in</h3>
      <ul className={styles.rows}>
        {sessions.map(({ name, createdAt, device, isHere }) => {
          const since = when.format(new Date(createdAt))
          return (
            <li key={name}>
              <span>
                {device ?? 'A browser'}
                <span className={`small muted ${styles.since}`}>since {since}</span>
              </span>
              {isHere ? (
                <b>this browser</b>
              ) : (
                <Button onClick={() => end(name, since)}>
                  Sign out
                  <span className="visually-hidden">
                    {' '}
                    of {device ?? 'a browser'}, where you signed in on {since}
                  </span>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {others > 1 && <Button onClick={endOthers}>Sign out everywhere else</Button>}
      <p role="status" className="small muted">
        {said}
      </p>
    </div>
  )
}
