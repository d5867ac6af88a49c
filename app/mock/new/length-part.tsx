import { Segments } from '#app/_ui/segments.tsx'
import { type Blueprint, ITEMS, MINUTES } from '#lib/interview/blueprint.ts'
import styles from './new.module.css'
import { Part } from './parts.tsx'

/** In minutes or in questions; the usual numbers of minutes at a press. */
export function LengthPart({
  length,
  onChange,
}: {
  length: Blueprint['length']
  onChange: (length: Blueprint['length']) => void
}) {
  const isTimed = 'minutes' in length
  const value = isTimed ? length.minutes : length.items
  const { least, most } = isTimed ? MINUTES : ITEMS
  return (
    <Part title="Length">
      <div className={styles.length}>
        <Segments
          legend="Counted in"
          hideLegend
          name="unit"
          value={isTimed ? 'minutes' : 'items'}
          segments={[
            { value: 'minutes', label: 'Minutes' },
            { value: 'items', label: 'Questions' },
          ]}
          onChange={(unit) => onChange(unit === 'minutes' ? { minutes: 20 } : { items: 8 })}
        />
        <label>
          <span className="visually-hidden">How many</span>
          <input
            type="number"
            className={styles.field}
            min={least}
            max={most}
            // A new field for what comes from elsewhere; while it is typed in it keeps what is typed.
            key={`${isTimed} ${value}`}
            defaultValue={value}
            onBlur={(event) => {
              const count = Math.round(Number(event.target.value))
              const kept = Math.min(most, Math.max(least, count || value))
              event.target.value = String(kept)
              if (kept !== value) onChange(isTimed ? { minutes: kept } : { items: kept })
            }}
          />
        </label>
        {isTimed && (
          <span className={styles.quick}>
            {[20, 40, 60].map((minutes) => (
              <button
                key={minutes}
                type="button"
                className="link-button"
                onClick={() => onChange({ minutes })}
              >
                {minutes}
              </button>
            ))}
          </span>
        )}
      </div>
    </Part>
  )
}
