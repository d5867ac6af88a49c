import { type AskedFill, longestFill } from '#lib/quiz/kinds/fill.ts'
import styles from './numeric-input.module.css'

/** A line for a word or a short formula. */
export function FillInput({
  item,
  value,
  onChange,
  isDone,
}: {
  item: AskedFill
  value: string
  onChange: (value: string) => void
  isDone: boolean
}) {
  return (
    <label className={styles.number}>
      <span className="visually-hidden">Your answer</span>
      <input
        name={item.id}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={longestFill}
        value={value}
        readOnly={isDone}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
