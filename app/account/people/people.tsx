'use client'

import { type FormEvent, useEffect, useState } from 'react'
import type { Me } from '#app/_account/me.ts'
import { fetchJson } from '#app/_progress/brief.ts'
import { Button } from '#app/_ui/button.tsx'
import { Field } from '#app/_ui/field.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import styles from './people.module.css'
import { type Listed, Person } from './person.tsx'

type Found = { people: Listed[]; isCut: boolean }
type State = Found | 'asking' | 'not-yours' | 'away'

/** Search by e-mail or name, and a role for each. */
export function People() {
  const [asked, setAsked] = useState('')
  const [state, setState] = useState<State>('asking')
  useEffect(() => {
    let isOld = false
    void find(asked).then((found) => isOld || setState(found))
    return () => void (isOld = true)
  }, [asked])

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setAsked(String(new FormData(event.currentTarget).get('q') ?? '').trim())
  }

  if (state === 'asking') return <p className={styles.asking}>Asking for the accounts…</p>
  if (state === 'not-yours')
    return (
      <Notice tone="warn" title="This page is for administrators.">
        <p>
          You are not signed in as one. The operator of this site finds out how to become the first
          in its log, while there is none.
        </p>
      </Notice>
    )
  if (state === 'away')
    return (
      <Notice tone="warn" live="alert" title="The accounts could not be loaded.">
        <p>Nothing was changed. Load the page again in a moment.</p>
      </Notice>
    )
  return (
    <>
      <form role="search" className={styles.search} onSubmit={search}>
        <Field id="q" type="search" label="E-mail or name" autoComplete="off" maxLength={100} />
        <Button type="submit">Search</Button>
      </form>
      <p role="status" className="small muted">
        {words(state, asked)}
      </p>
      <ul className={styles.people}>
        {state.people.map((person) => (
          <Person key={person.id} {...person} />
        ))}
      </ul>
    </>
  )
}

async function find(text: string): Promise<State> {
  // Asked anew: who comes from becoming the administrator was a reader when this page was loaded.
  const who = await fetchJson<Me>('/api/me')
  if (who && who.user?.role !== 'admin') return 'not-yours'
  const reply = await fetch(`/api/people?q=${encodeURIComponent(text)}`).catch(() => null)
  if (reply?.status === 404) return 'not-yours'
  return reply?.ok ? ((await reply.json()) as Found) : 'away'
}

function words({ people, isCut }: Found, asked: string): string {
  const count = `${people.length} ${people.length === 1 ? 'account' : 'accounts'}`
  if (isCut) return `The first ${count}: search for the others.`
  return asked === '' ? `${count}.` : `${count} with “${asked}”.`
}
