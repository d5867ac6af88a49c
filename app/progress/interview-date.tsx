import { Button } from '#app/_ui/button.tsx'
import { DayInput } from '#app/_ui/day-input.tsx'
import styles from './progress.module.css'

const targets = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

/** The date and how much is to be recalled on it: saved once they are chosen. */
export function InterviewDate({
  on,
  target,
  today,
  onSave,
}: {
  on: string | null
  target: number
  today: string
  onSave: (patch: object) => void
}) {
  const choices = targets.includes(target) ? targets : [...targets, target].toSorted()
  return (
    <div className={styles.fields}>
      <label>
        <span>Interview on</span>
        <DayInput
          min={today}
          value={on ?? ''}
          onChoose={(interviewOn) => onSave({ interviewOn })}
        />
      </label>
      <label>
        <span>Recall wanted</span>
        <select
          value={target}
          onChange={(event) => onSave({ interviewTarget: Number(event.target.value) })}
        >
          {choices.map((share) => (
            <option key={share} value={share}>
              {Math.round(100 * share)} %
            </option>
          ))}
        </select>
      </label>
      {on !== null && (
        <Button look="bare" onClick={() => onSave({ interviewOn: null })}>
          Clear the date
        </Button>
      )}
    </div>
  )
}
