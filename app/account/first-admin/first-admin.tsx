'use client'

import { useEffect, useState } from 'react'
import { me, type Me } from '#app/_account/me.ts'
import { Sent } from '#app/_account/sent.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { send } from '#app/account/send.ts'

/** The token stands behind the `#` of the address: it is sent with the press, and not before. */
export function FirstAdmin() {
  const [who, setWho] = useState<Me | null>(null)
  const [outcome, setOutcome] = useState<{ problem: string } | 'done' | null>(null)
  useEffect(() => {
    me().then(setWho, () => setOutcome({ problem: 'The server did not answer. Try again.' }))
  }, [])

  async function become() {
    const token = location.hash.slice(1)
    const answer = await send<object>('POST', '/api/people/first', { token })
    setOutcome('problem' in answer ? answer : 'done')
  }

  if (outcome === 'done')
    return (
      <Sent title="You are the administrator.">
        <p>
          The link is used up. Give roles under <Link href="/account/people">People and roles</Link>
          .
        </p>
      </Sent>
    )
  return (
    <>
      {outcome && (
        <Notice tone="bad" live="alert" title="That did not work.">
          <p>{outcome.problem}</p>
        </Notice>
      )}
      {who?.user ? (
        <>
          <p>You are signed in as {who.user.email}.</p>
          <p>
            <Button look="primary" onClick={become}>
              Become the administrator
            </Button>
          </p>
        </>
      ) : who ? (
        <>
          <p>Sign in or create an account first, then open the link from the log again.</p>
          <p>
            <ButtonLink look="primary" href="/sign-in">
              Sign in
            </ButtonLink>
          </p>
        </>
      ) : null}
    </>
  )
}
