import { useState } from 'react'
import { DayInput } from '#app/_ui/day-input.tsx'
import type { Last } from './review-session.tsx'
import styles from './review.module.css'

/** What was done last, in a line: to be taken back, or to be given another date. */
export function LastDone({
  last,
  busy,
  onUndo,
  onMove,
}: {
  last: Last | null
  busy: boolean
  onUndo: (last: Last) => void
  onMove: (last: Last, dueAt: string) => void
}) {
  const [today] = useState(() => dayHere(new Date().toISOString()))
  return (
    <div className={styles.last}>
      <p role="status">{last?.sentence}</p>
      {last && (
        <button type="button" className="link-button" onClick={() => busy || onUndo(last)}>
          Undo
        </button>
      )}
      {last?.next && (
        <label>
          Another date
          <DayInput
            min={today}
            value={dayHere(last.next)}
            // The middle of the day, where the reader is.
            onChoose={(day) => onMove(last, new Date(`${day}T12:00`).toISOString())}
          />
        </label>
      )}
    </div>
  )
}

/** YYYY-MM-DD where the reader is. */
function dayHere(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
