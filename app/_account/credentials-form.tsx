'use client'

import { useState } from 'react'
import { Field } from '#app/_ui/field.tsx'
import { Link } from '#app/_ui/link.tsx'
import { signIn, signUp } from './authenticate.ts'
import { useSearch } from './browser.ts'
import styles from './credentials-form.module.css'
import { missing, shortestPassword } from './credentials.ts'
import { landing } from './landing.ts'
import { nextPath } from './next-path.ts'
import { PasswordField } from './password-field.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { Sent } from './sent.tsx'
import { SubmitButton } from './submit-button.tsx'
import { useAsking } from './use-asking.ts'

type Purpose = 'sign-in' | 'sign-up'

/**
 * Both forms of the account. The fields keep what was typed whatever the server says. The button
 * waits for JavaScript, and the method is "post": no password can get into an address.
 */
export function CredentialsForm({ purpose }: { purpose: Purpose }) {
  const isNew = purpose === 'sign-up'
  const search = useSearch()
  const [mailedTo, setMailedTo] = useState<string | null>(null)
  const { form, refusal, waiting, submit } = useAsking(async (data) => {
    const typed = read(data)
    const lacking = missing(typed, isNew)
    if (lacking) return lacking
    const answer = await (isNew ? signUp(typed) : signIn(typed))
    if (answer === 'mailed') setMailedTo(typed.email)
    else if (answer) return answer
    // A whole new page: what was drawn for a guest is asked for again.
    else {
      const otherwise = isNew ? '/account?new' : await landing()
      location.assign(nextPath(search.get('next'), otherwise))
    }
    return null
  })
  if (mailedTo !== null)
    return (
      <Sent title="One more step: look into your mail.">
        <p>
          We have written to {mailedTo}. The link in that mail opens the account; it holds for 30
          minutes. Open it in this browser, and what you answered here comes along.
        </p>
      </Sent>
    )
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
      {!isNew && (
        <p className="small">
          <Link href="/forgot">Password forgotten?</Link>
        </p>
      )}
      <SubmitButton waiting={waiting}>
        {isNew ? (waiting ? 'Creating…' : 'Create account') : waiting ? 'Signing in…' : 'Sign in'}
      </SubmitButton>
      <p className="no-js-only muted">
        Signing in needs JavaScript. Reading does not: every question is open to you as it is.
      </p>
    </form>
  )
}

function read(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? '')
  const name = text('name').trim()
  return {
    email: text('email').trim(),
    password: text('password'),
    ...(name && { name }),
  }
}
