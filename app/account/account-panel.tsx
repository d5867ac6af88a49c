'use client'

import { useEffect, useState } from 'react'
import { signOut } from '#app/_account/authenticate.ts'
import { useSearch } from '#app/_account/browser.ts'
import { me, type Me } from '#app/_account/me.ts'
import { deliverAll, forgetReader } from '#app/_outbox/leave.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import styles from './account.module.css'
import { Devices } from './devices.tsx'
import { WaysIn } from './ways-in.tsx'

type Standing = Me | 'asking' | 'away'

/** Who is signed in here, and the way out. The page around it is the same for everybody. */
export function AccountPanel() {
  const [who, setWho] = useState<Standing>('asking')
  useEffect(() => {
    if (who !== 'asking') return
    me().then(setWho, () => setWho('away'))
  }, [who])

  return (
    <div className={styles.panel}>
      {who === 'asking' ? (
        <p className={styles.asking}>Asking the server who you are…</p>
      ) : who === 'away' ? (
        <Away again={() => setWho('asking')} />
      ) : who.user ? (
        <SignedIn user={who.user} />
      ) : (
        <SignedOut guest={who.guest} />
      )}
    </div>
  )
}

function SignedIn({ user: { email, name, role } }: { user: NonNullable<Me['user']> }) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const search = useSearch()

  async function leave() {
    setTrouble(null)
    const undelivered = await deliverAll()
    if (undelivered) return setTrouble(undelivered)
    const refused = await signOut()
    if (refused) return setTrouble(refused.message)
    await forgetReader()
    location.assign('/sign-in?signed-out')
  }

  return (
    <>
      {search.get('error') === 'LinkedElsewhere' && (
        <Notice tone="warn" live="status" title="Nothing was connected.">
          <p>That account of the other service leads to another account here already.</p>
        </Notice>
      )}
      {search.get('error') === 'SignInAgain' && (
        <Notice tone="warn" live="status" title="Nothing was connected.">
          <p>
            To connect a service, sign in and connect it within ten minutes, so that nobody can do
            it in a browser that you left open.{' '}
            <Link href="/sign-in?next=%2Faccount">Sign in again</Link>
          </p>
        </Notice>
      )}
      {search.has('new') && (
        <Notice tone="ok" live="status" title="Your account is ready.">
          <p>Whatever you answered in this browser before is part of it.</p>
        </Notice>
      )}
      <dl className={styles.facts}>
        <dt>E-mail address</dt>
        <dd>{email}</dd>
        {name && (
          <>
            <dt>Name</dt>
            <dd>{name}</dd>
          </>
        )}
        {role !== 'reader' && (
          <>
            <dt>Role</dt>
            <dd>
              {role === 'admin' ? (
                <>
                  Administrator: <Link href="/account/people">people and roles</Link>
                </>
              ) : (
                'Author'
              )}
            </dd>
          </>
        )}
      </dl>
      {trouble && (
        <Notice tone="bad" live="alert" title="You are still signed in.">
          <p>{trouble}</p>
        </Notice>
      )}
      <Button onClick={leave}>Sign out</Button>
      <Devices />
      <WaysIn />
    </>
  )
}

function SignedOut({ guest }: { guest: boolean }) {
  const isDeleted = useSearch().has('deleted')
  return (
    <>
      {isDeleted && (
        <Notice tone="ok" live="status" title="Everything of yours is deleted.">
          <p>Nothing is left on this server, nor in this browser but its theme and shortcuts.</p>
        </Notice>
      )}
      <p className={styles.lead}>
        {guest
          ? 'You have no account here. Your answers are kept on this server under an anonymous cookie, which only this browser holds. With an account they follow you to another one.'
          : 'You are not signed in, and this browser has no answers yet. You need no account to practise.'}
      </p>
      <div className={styles.ways}>
        <ButtonLink look="primary" href="/sign-up">
          Create an account
        </ButtonLink>
        <ButtonLink href="/sign-in">Sign in</ButtonLink>
      </div>
    </>
  )
}

function Away({ again }: { again: () => void }) {
  return (
    <>
      <Notice tone="warn" live="alert" title="The server did not answer.">
        <p>Nothing was lost. Your account and your answers are as you left them.</p>
      </Notice>
      <Button onClick={again}>Try again</Button>
    </>
  )
}
