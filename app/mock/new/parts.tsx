import type { ReactNode } from 'react'
import styles from './new.module.css'

export type Named = { id: string; title: string }

/** A titled part of the form. */
export function Part({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <section className={styles.part}>
      <h2 className="label">{title}</h2>
      {hint && <p className="small dim">{hint}</p>}
      {children}
    </section>
  )
}

export function Select({
  label,
  none,
  value,
  options,
  onChange,
  hint,
}: {
  label: string
  none: string
  value: string | null
  options: readonly Named[]
  onChange: (value: string | null) => void
  hint?: string
}) {
  return (
    <label className={styles.select}>
      <span className="small muted">{label}</span>
      <select
        className={styles.field}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{none}</option>
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      {hint && <span className="small dim">{hint}</span>}
    </label>
  )
}

/** Several out of a few; in the order of the list, whatever the order of the presses. */
export function Checks<T extends string>({
  legend,
  all,
  titles,
  chosen,
  onChange,
}: {
  legend: string
  all: readonly T[]
  titles: Record<T, string>
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
}) {
  return (
    <fieldset className={styles.checks}>
      <legend className="small muted">{legend}</legend>
      {all.map((each) => (
        <Check
          key={each}
          title={titles[each]}
          checked={chosen.includes(each)}
          onChange={(is) =>
            onChange(all.filter((one) => (one === each ? is : chosen.includes(one))))
          }
        />
      ))}
    </fieldset>
  )
}

export function Check({
  title,
  checked,
  onChange,
}: {
  title: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{title}</span>
    </label>
  )
}
