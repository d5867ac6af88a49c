'use client'

import { useState } from 'react'
import { Field } from '#app/_ui/field.tsx'
import styles from './credentials-form.module.css'

/** Hidden until asked for; pasting and password managers are welcome. */
export function PasswordField({
  autoComplete,
  hint,
  error,
}: {
  autoComplete: 'current-password' | 'new-password'
  hint?: string | undefined
  error?: string | undefined
}) {
  const [shown, setShown] = useState(false)
  return (
    <Field
      id="password"
      label="Password"
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      required
      hint={hint}
      error={error}
      end={
        <button
          type="button"
          className={`${styles.show} js-only`}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          Show<span className="visually-hidden"> password</span>
        </button>
      }
    />
  )
}
