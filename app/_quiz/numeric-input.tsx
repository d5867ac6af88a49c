import type { AskedNumeric } from '#lib/quiz/kinds/numeric.ts'
import styles from './numeric-input.module.css'

/** A line for a number as one would type it: 0.25, 1/4, 25%, 2.5e-1, 0,25. */
export function NumericInput({
  item,
  value,
  onChange,
  isDone,
}: {
  item: AskedNumeric
  value: string
  onChange: (value: string) => void
  isDone: boolean
}) {
  return (
    <label className={styles.number}>
      <span className="visually-hidden">Your number</span>
      <input
        name={item.id}
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        placeholder="0.25, 1/4 or 25%"
        value={value}
        readOnly={isDone}
        onChange={(event) => onChange(event.target.value)}
      />
      {item.unit && <span className="muted">{item.unit}</span>}
    </label>
  )
}
