'use client'

import { resetPassword } from './authenticate.ts'
import styles from './credentials-form.module.css'
import { noNewPassword, shortestPassword } from './credentials.ts'
import { PasswordField } from './password-field.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { SubmitButton } from './submit-button.tsx'
import { useAsking } from './use-asking.ts'

/** @param token from the mailed link */
export function NewPasswordForm({ token }: { token: string }) {
  const { form, refusal, waiting, submit } = useAsking(async (data) => {
    const password = String(data.get('password') ?? '')
    const refused = noNewPassword(password) ?? (await resetPassword(token, password))
    if (!refused) location.assign('/sign-in?reset')
    return refused
  })
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className={styles.form}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <PasswordField
        autoComplete="new-password"
        hint={`At least ${shortestPassword} characters. Pasting is welcome.`}
        error={refusal?.fields.password}
      />
      <SubmitButton waiting={waiting}>{waiting ? 'Changing…' : 'Change password'}</SubmitButton>
      <p className="no-js-only muted">This needs JavaScript.</p>
    </form>
  )
}
