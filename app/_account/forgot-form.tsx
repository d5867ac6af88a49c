'use client'

import { useState } from 'react'
import { Field } from '#app/_ui/field.tsx'
import { askForReset } from './authenticate.ts'
import styles from './credentials-form.module.css'
import { noEmail } from './credentials.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { Sent } from './sent.tsx'
import { SubmitButton } from './submit-button.tsx'
import { useAsking } from './use-asking.ts'

/** Says the same whether or not there is such an account. @param where the link will be found */
export function ForgotForm({ where }: { where: 'mail' | 'log' }) {
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const { form, refusal, waiting, submit } = useAsking(async (data) => {
    const email = String(data.get('email') ?? '').trim()
    const refused = noEmail(email) ?? (await askForReset(email))
    if (!refused) setAskedFor(email)
    return refused
  })
  if (askedFor !== null)
    return (
      <Sent title={where === 'mail' ? 'Look into your mail.' : 'Look into the log of the server.'}>
        <p>
          If there is an account for {askedFor}, a link for a new password is{' '}
          {where === 'mail' ? 'on its way there' : 'printed there'}. It holds for 30 minutes and
          works once; only the newest counts.
        </p>
      </Sent>
    )
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className={styles.form}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Field
        id="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint={
          where === 'mail'
            ? 'A link for a new password goes there, if it has an account.'
            : undefined
        }
        error={refusal?.fields.email}
      />
      <SubmitButton waiting={waiting}>{waiting ? 'Asking…' : 'Send me a link'}</SubmitButton>
      <p className="no-js-only muted">This needs JavaScript.</p>
    </form>
  )
}
