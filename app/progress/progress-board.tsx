'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { fetchJson, keepTimeZone, rememberReturning } from '#app/_progress/brief.ts'
import { DueToday } from '#app/_progress/due-today.tsx'
import { Button } from '#app/_ui/button.tsx'
import type { Progress } from '#lib/study/open-progress.ts'
import { Ahead } from './ahead.tsx'
import { Calibration } from './calibration.tsx'
import { Forecast } from './forecast.tsx'
import { Habit } from './habit.tsx'
import { HistoryList } from './history-list.tsx'
import { Mastery } from './mastery.tsx'
import { Notes } from './notes.tsx'
import styles from './progress.module.css'
import { Strip } from './strip.tsx'

type State = Progress | 'asking' | 'away'

const ask = () => fetchJson<Progress>('/api/me/progress')

/** Everything on the page, from one answer; asked for again when something changed it. */
export function ProgressBoard() {
  const [state, setState] = useState<State>('asking')

  const load = async () => show(await ask())

  function show(progress: Progress | null) {
    // What is shown stays when the server is away a second time.
    setState((shown) => progress ?? (typeof shown === 'object' ? shown : 'away'))
    if (progress === null) return
    rememberReturning(progress.today.hasBegun)
    if (progress.today.hasBegun) void keepTimeZone(progress.today.timeZone)
  }
  const begin = useEffectEvent(show)
  useEffect(() => void ask().then(begin), [])
  useAnswersElsewhere(() => void load())

  if (state === 'asking') return <Asking />
  if (state === 'away')
    return (
      <div role="alert" className={styles.away}>
        <h1 className="title">Progress</h1>
        <p>Your progress could not be loaded. It is safe on the server.</p>
        <Button onClick={() => void load()}>Try again</Button>
      </div>
    )
  return <Board progress={state} load={load} />
}

function Board({ progress, load }: { progress: Progress; load: () => Promise<void> }) {
  const { today } = progress
  return (
    <>
      <div className={styles.pair}>
        <DueToday today={today} onChange={load} />
        <Mastery topics={progress.topics} answers={progress.answers} />
      </div>
      <Forecast interview={progress.interview} today={today.day} onChange={load} />
      <div className={styles.pair}>
        <Ahead days={progress.ahead} dailyMinutes={today.dailyMinutes} />
        <div>
          <Strip strip={progress.strip} today={today.day} />
          <Habit habit={today.habit} isHidden={progress.habitHidden} onChange={load} />
        </div>
      </div>
      <div className={styles.pair}>
        <Calibration {...progress.calibration} />
        <Notes notes={progress.notes} />
      </div>
      <HistoryList />
    </>
  )
}

/** As large as what follows begins, and worded only when it takes long enough to wonder. */
function Asking() {
  return (
    <div className={styles.asking}>
      <h1 className="title js-only">Today</h1>
      <p className="muted">Looking up your progress…</p>
    </div>
  )
}

/** Answers may have been given in another tab: coming back to this one asks again. */
function useAnswersElsewhere(again: () => void) {
  const look = useEffectEvent(() => {
    if (document.visibilityState === 'visible') again()
  })
  useEffect(() => {
    const listen = () => look()
    document.addEventListener('visibilitychange', listen)
    return () => document.removeEventListener('visibilitychange', listen)
  }, [])
}
