'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Answers } from './answers.ts'
import { ask, change, type InterviewState, type OpenInterview } from './requests.ts'
import { useLeft, useSpoken } from './use-left.ts'

/** What this page marks; the server is told, and tells other devices. */
type Marks = { flagged: boolean; skipped: boolean; spentMs: number }

/** Where an interview stands in this tab, and what its reader can do. */
export function useInterview(opened: OpenInterview, answers: Answers, receivedAt: number) {
  const { id, screens } = opened
  const [times, setTimes] = useState<{ state: InterviewState; at: number }>({
    state: opened,
    at: receivedAt,
  })
  const [position, setPosition] = useState(() => placeInAddress(screens.length) ?? opened.position)
  const [marks, setMarks] = useState<readonly Marks[]>(screens)
  const [problem, setProblem] = useState<string | null>(null)
  const openedAt = useRef(receivedAt)
  const untold = useRef<{ position: number; flagged?: boolean; skipped?: boolean }[]>([])
  const router = useRouter()
  const left = useLeft(times.state, times.at)
  const isPaused = times.state.pausedAt !== null
  const isOver = left === 0 && !isPaused

  /** Asks again where things stand: after a sleep, from another tab, after a pause. */
  async function refresh() {
    const interview = await ask<OpenInterview>(id)
    if (typeof interview === 'string') return
    if (interview.closedAt) return leave()
    openedAt.current = performance.now()
    setTimes({ state: interview, at: openedAt.current })
    const { screens: now } = interview
    setMarks((all) => all.map((each, nth) => ({ ...each, spentMs: now[nth]!.spentMs })))
    answers.meet(interview.screens)
  }

  /** Counts the time of the open item up to now; it counts anew from here. */
  function bookTime() {
    const now = performance.now()
    const spent = isPaused ? 0 : now - openedAt.current
    openedAt.current = now
    setMarks((all) => changed(all, position, ({ spentMs }) => ({ spentMs: spentMs + spent })))
  }

  /** To the report, unless there is something here that came too late: that is shown first. */
  function leave() {
    if (answers.unsaved().length === 0) router.push(`/mock/${id}/report`)
    else setTimes(({ state, at }) => ({ state: { ...state, closedAt: state.now }, at }))
  }

  function go(to: number, marked: { flagged?: boolean; skipped?: boolean } = {}) {
    const from = position
    answers.save(from)
    setPosition(to)
    history.replaceState(history.state, '', `#${to + 1}`)
    bookTime()
    setMarks((all) => changed(all, from, () => marked))
    if (Object.keys(marked).length > 0) {
      const others = untold.current.filter(({ position: at }) => at !== from)
      const before = untold.current.find(({ position: at }) => at === from)
      untold.current = [...others, { ...before, position: from, ...marked }]
    }
    void tellPlace(to)
  }

  /** Marks that the server did not get go again with the next, or when the network is back. */
  async function tellPlace(to: number) {
    const told = untold.current.slice(0, 5) // as many as one request may carry
    const outcome = await change(id, 'place', { to, marks: told })
    if (outcome === 'away') return
    untold.current = untold.current.filter((each) => !told.includes(each))
    if ('code' in outcome && outcome.code === 'closed') void refresh()
  }

  async function turnClock(clock: 'pause' | 'resume') {
    const outcome = await change(id, 'clock', { clock })
    if (outcome === 'away') {
      const runs = clock === 'pause' ? 'The clock runs on' : 'The clock still stands'
      return setProblem(`The server cannot be reached. ${runs}; try again in a moment.`)
    }
    setProblem('message' in outcome ? outcome.message : null)
    bookTime()
    await refresh()
  }

  async function end() {
    await answers.saveAll()
    const outcome = await change(id, 'end', {})
    if (outcome === 'away')
      return setProblem('The server cannot be reached. What you wrote is kept; try again.')
    if ('message' in outcome && outcome.code !== 'closed') return setProblem(outcome.message)
    leave()
  }

  // Whether it really is over only the server knows: another tab may have stopped the clock.
  const said = useSpoken(left, () => void answers.saveAll().then(refresh))

  const lookAgain = useEffectEvent(() => void refresh())
  const networkIsBack = useEffectEvent(() => {
    if (untold.current.length > 0) void tellPlace(position)
  })
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') lookAgain()
      else void answers.saveAll()
    }
    const save = () => void answers.saveAll()
    const back = () => {
      save()
      networkIsBack()
    }
    document.addEventListener('visibilitychange', look)
    addEventListener('focusout', save)
    addEventListener('pagehide', save)
    addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('focusout', save)
      removeEventListener('pagehide', save)
      removeEventListener('online', back)
    }
  }, [answers])

  return {
    state: times.state,
    left,
    isPaused,
    isOver,
    isClosed: times.state.closedAt !== null,
    position,
    marks,
    problem,
    said,
    spentHere: () => (isPaused ? 0 : performance.now() - openedAt.current),
    go,
    flag: () => go(position, { flagged: !marks[position]!.flagged }),
    pause: () => void turnClock('pause'),
    resume: () => void turnClock('resume'),
    refresh,
    end,
  }
}

/** With one of them changed. */
function changed(
  all: readonly Marks[],
  at: number,
  change: (marks: Marks) => Partial<Marks>,
): readonly Marks[] {
  return all.map((each, nth) => (nth === at ? { ...each, ...change(each) } : each))
}

export type Interviewing = ReturnType<typeof useInterview>

/** `#4` is the fourth question: each tab stays at its own when it is loaded again. */
function placeInAddress(count: number): number | null {
  const nth = Number(/^#(\d+)$/.exec(location.hash)?.[1])
  return nth >= 1 && nth <= count ? nth - 1 : null
}
