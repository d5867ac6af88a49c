'use client'

import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Field } from '#app/_ui/field.tsx'
import { signIn, signUp, type Refusal } from './authenticate.ts'
import { useHydrated, useSearch } from './browser.ts'
import styles from './credentials-form.module.css'
import { missing, shortestPassword } from './credentials.ts'
import { nextPath } from './next-path.ts'
import { PasswordField } from './password-field.tsx'
import { RefusalNotice } from './refusal-notice.tsx'

type Purpose = 'sign-in' | 'sign-up'

/**
 * Both forms of the account. The fields keep what was typed whatever the server says. The button
 * waits for JavaScript, and the method is "post": no password can get into an address.
 */
export function CredentialsForm({ purpose }: { purpose: Purpose }) {
  const isNew = purpose === 'sign-up'
  const { form, refusal, waiting, submit } = useCredentials(isNew)
  const hydrated = useHydrated()
  const wrong = refusal?.fields
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className={styles.form}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Field
        id="email"
        label="E-mail address"
        type="email"
        autoComplete={isNew ? 'email' : 'username'}
        autoCapitalize="none"
        spellCheck={false}
        required
        error={wrong?.email}
      />
      {isNew && (
        <Field
          id="name"
          label="Name"
          hint="Optional, and shown to you alone."
          autoComplete="name"
          error={wrong?.name}
        />
      )}
      <PasswordField
        autoComplete={isNew ? 'new-password' : 'current-password'}
        hint={isNew ? `At least ${shortestPassword} characters. Pasting is welcome.` : undefined}
        error={wrong?.password}
      />
      <Button
        type="submit"
        look="primary"
        disabled={!hydrated}
        aria-disabled={waiting || undefined}
        className={hydrated ? undefined : styles.early}
      >
        {isNew ? (waiting ? 'Creating…' : 'Create account') : waiting ? 'Signing in…' : 'Sign in'}
      </Button>
      <p className="no-js-only muted">
        Signing in needs JavaScript. Reading does not: every question is open to you as it is.
      </p>
    </form>
  )
}

function useCredentials(isNew: boolean) {
  const form = useRef<HTMLFormElement>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [waiting, setWaiting] = useState(false)
  const search = useSearch()

  // To what needs mending first; to the sentence itself when no field can mend it.
  useEffect(() => {
    const place =
      form.current?.querySelector<HTMLElement>('[aria-invalid]') ??
      form.current?.querySelector<HTMLElement>('[role=alert]')
    if (refusal) place?.focus()
  }, [refusal])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (waiting || !form.current) return
    const typed = read(form.current)
    const lacking = missing(typed, isNew)
    if (lacking) return setRefusal(lacking)
    setRefusal(null)
    setWaiting(true)
    const refused = await (isNew ? signUp(typed) : signIn(typed))
    if (!refused) {
      // A whole new page: what was drawn for a guest is asked for again.
      return location.assign(nextPath(search.get('next'), isNew ? '/account?new' : '/account'))
    }
    setWaiting(false)
    setRefusal(refused)
  }

  return { form, refusal, waiting, submit }
}

function read(form: HTMLFormElement) {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '')
  const name = text('name').trim()
  return {
    email: text('email').trim(),
    password: text('password'),
    ...(name && { name }),
  }
}
