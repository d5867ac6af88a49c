import styles from './segments.module.css'

type Segment = { value: string; label: string }

/** One choice out of a few words, as native radios: arrow keys, forms and screen readers come for free. */
export function Segments({
  legend,
  name,
  segments,
  value,
  onChange,
  hideLegend = false,
}: {
  legend: string
  /** Unique on the page. */
  name: string
  segments: readonly Segment[]
  /** null: nothing chosen yet. */
  value: string | null
  onChange: (value: string) => void
  hideLegend?: boolean
}) {
  return (
    <fieldset className={styles.segments}>
      <legend className={hideLegend ? 'visually-hidden' : styles.legend}>{legend}</legend>
      <div className={styles.row}>
        {segments.map((segment) => (
          <label key={segment.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
            />
            <span>{segment.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
