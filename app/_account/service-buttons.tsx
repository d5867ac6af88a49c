'use client'

import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { type Refusal, goTo } from './authenticate.ts'
import { useHydrated, useSearch } from './browser.ts'
import styles from './credentials-form.module.css'
import { me } from './me.ts'
import { nextPath } from './next-path.ts'
import { RefusalNotice } from './refusal-notice.tsx'

/** The ways in by other services. Whoever is signed in here adds them under Account instead. */
export function ServiceButtons({ services }: { services: { id: string; name: string }[] }) {
  const next = useSearch().get('next')
  const hydrated = useHydrated()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isSignedIn, setSignedIn] = useState(false)
  useEffect(() => {
    me().then(
      ({ user }) => setSignedIn(user !== null),
      () => {},
    )
  }, [])

  if (services.length === 0 || isSignedIn) return null
  return (
    <div className={styles.services}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {services.map(({ id, name }) => (
        <Button
          key={id}
          disabled={!hydrated}
          onClick={async () => setRefusal(await goTo(id, nextPath(next, '/account')))}
        >
          Continue with {name}
        </Button>
      ))}
      <p className={styles.or}>or with a password</p>
    </div>
  )
}
