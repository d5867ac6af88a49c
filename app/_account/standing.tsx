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
  const happened = HAPPENED.find(([name]) => search.has(name))
  if (!happened) return null
  const [, title, more] = happened
  return (
    <Notice tone="ok" live="status" title={title}>
      <p>{more}</p>
    </Notice>
  )
}

/** What led here, by its name in the address. */
const HAPPENED = [
  ['signed-out', 'You are signed out on this browser.', 'Your answers are kept in your account.'],
  ['reset', 'Your password is changed.', 'Every device is signed out. Sign in with the new one.'],
  ['confirmed', 'Your account is open.', 'Sign in, and what you answered here comes along.'],
] as const
