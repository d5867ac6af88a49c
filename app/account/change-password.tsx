'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Field } from '#app/_ui/field.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import styles from './account.module.css'
import { send } from './send.ts'

/** Behind a button, since it is seldom wanted. */
export function ChangePassword() {
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ problem: string } | 'changed' | null>(null)

  // The button that opened it is gone: the focus goes to where one types next.
  const fields = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isOpen) fields.current?.querySelector('input')?.focus()
  }, [isOpen])

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    setOutcome(null)
    setBusy(true)
    const answer = await send('PUT', '/api/me/password', {
      current: String(form.get('current')),
      password: String(form.get('new-password')),
    })
    setBusy(false)
    setOutcome('problem' in answer ? answer : 'changed')
    if ('done' in answer) setOpen(false)
  }

  return (
    <div className={styles.block}>
      {outcome === 'changed' && (
        <Notice tone="ok" live="status" title="Your password is changed.">
          <p>All other devices are signed out.</p>
        </Notice>
      )}
      {!isOpen && <Button onClick={() => setOpen(true)}>Change password</Button>}
      {isOpen && (
        <form ref={fields} method="post" className={styles.form} onSubmit={change}>
          <Field
            id="current"
            label="Current password"
            type="password"
            autoComplete="current-password"
            required
          />
          <Field
            id="new-password"
            label="New password"
            hint="At least 10 characters. Pasting is welcome."
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={200}
            error={typeof outcome === 'object' ? outcome?.problem : undefined}
          />
          <div className={styles.ways}>
            <Button type="submit" look="primary" aria-disabled={isBusy || undefined}>
              {isBusy ? 'Changing…' : 'Change it'}
            </Button>
            <Button onClick={() => setOpen(false)}>Keep the old one</Button>
          </div>
        </form>
      )}
    </div>
  )
}
