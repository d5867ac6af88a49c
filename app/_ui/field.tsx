import type { ComponentProps, ReactNode } from 'react'
import { ErrorIcon } from './icon.tsx'
import styles from './field.module.css'

type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  /** Also the field's name in the form, unless `name` is given. */
  id: string
  label: string
  hint?: ReactNode
  /** What is wrong and how to mend it, in a sentence. */
  error?: string | undefined
  /** Stands inside the field's edge, at its end: show or hide, a unit. */
  end?: ReactNode
}

/** A labelled line of input; its hint and its error are tied to it for a screen reader. */
export function Field({ id, label, hint, error, end, ...input }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.edge} data-wrong={error ? '' : undefined}>
        <input
          name={id}
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
        />
        {end}
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <ErrorIcon />
          {error}
        </p>
      )}
    </div>
  )
}
