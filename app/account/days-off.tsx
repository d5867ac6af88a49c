import { useState } from 'react'
import { format } from '#app/_progress/words.ts'
import { Button } from '#app/_ui/button.tsx'
import styles from './studying.module.css'

/** Days that nobody expects a review on: they are left out of the habit. */
export function DaysOff({
  days,
  onSave,
}: {
  days: readonly string[]
  onSave: (days: string[]) => void
}) {
  const [day, setDay] = useState('')
  const isNew = day !== '' && !days.includes(day)
  return (
    <fieldset className={styles.daysOff}>
      <legend>Days off</legend>
      {days.length > 0 && (
        <ul>
          {days.toSorted().map((each) => (
            <li key={each}>
              {inWords(each)}
              <button
                type="button"
                className="link-button"
                aria-label={`Remove ${inWords(each)}`}
                onClick={() => onSave(days.filter((other) => other !== each))}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <input
          type="date"
          aria-label="A day off"
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <Button
          aria-disabled={!isNew || undefined}
          onClick={() => {
            if (!isNew) return
            onSave([...days, day])
            setDay('')
          }}
        >
          Add
        </Button>
      </div>
    </fieldset>
  )
}

function inWords(day: string): string {
  return format(day, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
}
