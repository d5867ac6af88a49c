'use client'

import { useEffect, useState } from 'react'
import { fetchJson } from '#app/_progress/brief.ts'
import { Button } from '#app/_ui/button.tsx'
import styles from './account.module.css'
import { send } from './send.ts'

type Session = { createdAt: string; expiresAt: string; isHere: boolean }

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Where the account is signed in, and the way to end all of it but here. */
export function Devices() {
  const [sessions, setSessions] = useState<Session[] | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    void fetchJson<{ sessions: Session[] }>('/api/me/sessions').then((found) =>
      setSessions(found?.sessions ?? null),
    )
  }, [said])
  const others = sessions?.filter(({ isHere }) => !isHere).length ?? 0

  async function endOthers() {
    const outcome = await send<{ ended: number }>('DELETE', '/api/me/sessions', {})
    if ('problem' in outcome) return setSaid(outcome.problem)
    const { ended } = outcome.done
    setSaid(`Signed out in ${ended} other ${ended === 1 ? 'place' : 'places'}.`)
  }

  if (!sessions) return null
  return (
    <div className={styles.block}>
      <h3 className={styles.subtitle}>Signed in</h3>
      <ul className={styles.rows}>
        {sessions.map(({ createdAt, isHere }) => (
          <li key={createdAt}>
            <span>Since {when.format(new Date(createdAt))}</span>
            {isHere && <b>this browser</b>}
          </li>
        ))}
      </ul>
      {others > 0 && <Button onClick={endOthers}>Sign out everywhere else</Button>}
      <p role="status" className="small muted">
        {said}
      </p>
    </div>
  )
}
