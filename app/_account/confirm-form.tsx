'use client'

import { confirm } from './authenticate.ts'
import { PasswordField } from './password-field.tsx'
import styles from './credentials-form.module.css'
import { RefusalNotice } from './refusal-notice.tsx'
import { SubmitButton } from './submit-button.tsx'
import { useAsking } from './use-asking.ts'

/** @param token from the mailed link */
export function ConfirmForm({ token }: { token: string }) {
  const { form, refusal, waiting, submit } = useAsking(async (data) => {
    const refused = await confirm(token, String(data.get('password') ?? ''))
    if (!refused) location.assign('/sign-in?confirmed')
    return refused
  })
  return (
    <form ref={form} method="post" onSubmit={submit} className={styles.form}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <PasswordField autoComplete="current-password" />
      <SubmitButton waiting={waiting}>{waiting ? 'Opening…' : 'Open my account'}</SubmitButton>
      <p className="no-js-only muted">This needs JavaScript.</p>
    </form>
  )
}
