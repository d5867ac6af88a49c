'use client'

import { useEffect, useState } from 'react'
import { goTo } from '#app/_account/authenticate.ts'
import { fetchJson } from '#app/_progress/brief.ts'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { Ways } from '#lib/auth/ways.ts'
import styles from './account.module.css'
import { ChangePassword } from './change-password.tsx'
import { send } from './send.ts'

/** The password, and the other services by which one signs in. */
export function WaysIn() {
  const [ways, setWays] = useState<Ways | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    void fetchJson<Ways>('/api/me/services').then(setWays)
  }, [])

  async function connect(service: string) {
    const refused = await goTo(service, '/account')
    if (refused) setSaid(refused.message)
  }

  async function disconnect(service: string, name: string) {
    const outcome = await send<Ways>('DELETE', '/api/me/services', { service })
    if ('problem' in outcome) return setSaid(outcome.problem)
    setWays(outcome.done)
    setSaid(`${name} no longer leads to this account.`)
  }

  if (!ways) return null
  return (
    <>
      {ways.services.length > 0 && (
        <div className={styles.block}>
          <h3 className={styles.subtitle}>Sign in by another service</h3>
          <ul className={styles.rows}>
            {ways.services.map(({ id, name, isConnected }) => (
              <li key={id}>
                <span>{name}</span>
                {isConnected ? (
                  <Button onClick={() => disconnect(id, name)}>Disconnect {name}</Button>
                ) : (
                  <Button onClick={() => connect(id)}>Connect {name}</Button>
                )}
              </li>
            ))}
          </ul>
          <p role="status" className="small muted">
            {said}
          </p>
        </div>
      )}
      {ways.hasPassword ? (
        <ChangePassword />
      ) : (
        <p className="small muted">
          You have no password here. If you want one, <Link href="/forgot">ask for a link</Link>.
        </p>
      )}
    </>
  )
}
