'use client'

import { useState } from 'react'
import { saveSettings } from '#app/_progress/brief.ts'
import { Link } from '#app/_ui/link.tsx'
import styles from './progress.module.css'

/** Days with a review among the last fourteen. Never a streak; whoever does not want it hides it. */
export function Habit({
  habit,
  isHidden,
  onChange,
}: {
  habit: { active: number; of: number } | null
  isHidden: boolean
  onChange: () => Promise<void>
}) {
  const [problem, setProblem] = useState<string | null>(null)
  async function turn() {
    const failed = await saveSettings({ habitHidden: !isHidden })
    setProblem(failed)
    if (failed === null) await onChange()
  }
  return (
    <section aria-labelledby="habit" className={styles.habit}>
      <h2 id="habit" className="label">
        Habit
      </h2>
      {habit && (
        <p>
          {habit.active > 0 ? (
            <>
              You reviewed on <b>{habit.active}</b> of the last <b>{habit.of}</b> days.
            </>
          ) : (
            `Days with a review are counted here, out of the last ${habit.of}.`
          )}{' '}
          {habit.of < 14 && 'Planned days off are left out. '}
          <Link href="/account#studying">Plan days off</Link>
        </p>
      )}
      <button type="button" className="link-button" onClick={() => void turn()}>
        {isHidden ? 'Show the habit' : 'Hide this'}
      </button>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </section>
  )
}
