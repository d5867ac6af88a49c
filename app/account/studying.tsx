'use client'

import { useEffect, useState } from 'react'
import { fetchJson, saveSettings } from '#app/_progress/brief.ts'
import { Button } from '#app/_ui/button.tsx'
import { DayInput } from '#app/_ui/day-input.tsx'
import type { Settings } from '#lib/study/settings.ts'
import { DaysOff } from './days-off.tsx'
import styles from './studying.module.css'

type State = Settings | 'asking' | 'away'
type Patch = Partial<Settings>

/** How days are counted and how much of one is for reviews. Each change is saved as it is made. */
export function Studying() {
  const [state, setState] = useState<State>('asking')
  const [said, setSaid] = useState<{ words: string; isProblem: boolean } | null>(null)
  useEffect(() => {
    if (state === 'asking')
      void fetchJson<Settings>('/api/me/settings').then((found) => setState(found ?? 'away'))
  }, [state])

  async function save(patch: Patch) {
    setState((shown) => (typeof shown === 'object' ? { ...shown, ...patch } : shown))
    setSaid(null)
    const problem = await saveSettings(patch)
    setSaid({ words: problem ?? 'Saved.', isProblem: problem !== null })
    // What could not be saved is not shown as if it were.
    if (problem !== null) setState((await fetchJson<Settings>('/api/me/settings')) ?? 'away')
  }

  if (state === 'asking') return <p className={styles.asking}>Asking for your settings…</p>
  if (state === 'away')
    return (
      <div role="alert" className={styles.fields}>
        <p>Your settings could not be loaded. They are as you left them.</p>
        <Button onClick={() => setState('asking')}>Try again</Button>
      </div>
    )
  return (
    <div className={styles.fields}>
      <Minutes value={state.dailyMinutes} onSave={save} />
      <Zone value={state.timeZone} onSave={save} />
      <label className={styles.field}>
        <span>Interview on</span>
        <DayInput
          min="2000-01-01"
          value={state.interviewOn ?? ''}
          mayBeEmpty
          onChoose={(day) => void save({ interviewOn: day === '' ? null : day })}
        />
      </label>
      <DaysOff days={state.daysOff} onSave={(daysOff) => void save({ daysOff })} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={!state.habitHidden}
          onChange={({ target }) => void save({ habitHidden: !target.checked })}
        />
        <span>Say on how many of the last 14 days I reviewed</span>
      </label>
      <p role="status" className={said?.isProblem ? styles.problem : 'small muted'}>
        {said?.words}
      </p>
    </div>
  )
}

type FieldProps<Value> = { value: Value; onSave: (patch: Patch) => Promise<void> }

/** Saved when it is left or Enter is pressed: while it is typed it may be anything. */
function Minutes({ value, onSave }: FieldProps<number>) {
  return (
    <label className={styles.field}>
      <span>Minutes of reviews a day, 5 to 240</span>
      <input
        key={value}
        type="number"
        inputMode="numeric"
        min={5}
        max={240}
        step={1}
        defaultValue={value}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onBlur={({ target }) => {
          if (!target.reportValidity() || target.value === '') return
          if (target.valueAsNumber !== value) void onSave({ dailyMinutes: target.valueAsNumber })
        }}
      />
    </label>
  )
}

function Zone({ value, onSave }: FieldProps<string>) {
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    <label className={styles.field}>
      <span>Time zone: when your day begins and ends</span>
      <select value={value} onChange={({ target }) => void onSave({ timeZone: target.value })}>
        {(zones.includes(value) ? zones : [value, ...zones]).map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </label>
  )
}
