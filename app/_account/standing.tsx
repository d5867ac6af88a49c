'use client'

import { useEffect, useState } from 'react'
import { Link } from '#app/_ui/link.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { useSearch } from './browser.ts'
import { me } from './me.ts'

/** What a visitor of the sign-in page may not expect: just signed out, or signed in already. */
export function Standing() {
  const search = useSearch()
  const [email, setEmail] = useState<string | null>(null)
  useEffect(() => {
    me().then(
      ({ user }) => setEmail(user?.email ?? null),
      () => {},
    )
  }, [])

  if (email !== null) {
    return (
      <Notice tone="ok" live="status" title={`You are signed in as ${email}.`}>
        <p>
          Go to <Link href="/account">your account</Link>, or sign in as somebody else below.
        </p>
      </Notice>
    )
  }
  const trouble = search.get('error')
  if (trouble !== null) return <Trouble sentence={TROUBLES[trouble] ?? BROKEN_OFF} />
  const happened = HAPPENED.find(([name]) => search.has(name))
  if (!happened) return null
  const [, title, more] = happened
  return (
    <Notice tone="ok" live="status" title={title}>
      <p>{more}</p>
    </Notice>
  )
}

function Trouble({ sentence }: { sentence: string }) {
  return (
    <Notice tone="warn" live="status" title="That did not work.">
      <p>{sentence}</p>
    </Notice>
  )
}

/** Why another service did not lead into an account (lib/auth/enter.ts). */
const TROUBLES: Record<string, string> = {
  LinkFirst:
    'There is an account with that e-mail address already, and nobody has proved yet whose the address is. Sign in with its password, then connect the service under Account.',
  NoVerifiedEmail:
    'That service has no e-mail address of yours that it has verified. Verify one there, or create an account with a password.',
}
const BROKEN_OFF =
  'Signing in by the other service was broken off, there or on the way back. Nothing was changed: try again.'

/** What led here, by its name in the address. */
const HAPPENED = [
  ['signed-out', 'You are signed out on this browser.', 'Your answers are kept in your account.'],
  ['reset', 'Your password is changed.', 'Every device is signed out. Sign in with the new one.'],
  ['confirmed', 'Your account is open.', 'Sign in, and what you answered here comes along.'],
] as const
