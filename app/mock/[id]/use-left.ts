'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { InterviewState } from './requests.ts'

type Times = Pick<InterviewState, 'now' | 'deadline' | 'pausedAt'>

/**
 * Milliseconds until the deadline, by the server's clock: what it said, and what has passed here since
 * by a clock that nobody can set. null without a deadline; while paused it stands.
 * @param receivedAt `performance.now()` when `times` came
 */
export function useLeft(times: Times, receivedAt: number): number | null {
  const [now, setNow] = useState(receivedAt)
  useEffect(() => {
    const tick = () => setNow(performance.now())
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [receivedAt])
  return leftAt(times, Math.max(0, now - receivedAt))
}

/** @param since milliseconds since `times` was received */
export function leftAt({ now, deadline, pausedAt }: Times, since: number): number | null {
  if (deadline === null) return null
  const at = pausedAt === null ? Date.parse(now) + since : Date.parse(pausedAt)
  return Math.max(0, Date.parse(deadline) - at)
}

/** "09:15"; from an hour on "1:02:30". Rounded up, so that 00:00 means that it is over. */
export function clockFace(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const tail = `${pad(minutes)}:${pad(seconds % 60)}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** Minutes at which the time is said aloud. */
export const SPOKEN = [10, 5, 2, 0] as const

/** What was said stands to be read for so long. */
const SAID_MS = 60_000

/**
 * What is said of the time, as it falls.
 * @param left ms; null without a deadline
 * @param onOver when none is left
 */
export function useSpoken(left: number | null, onOver: () => void): string {
  const [said, setSaid] = useState('')
  const before = useRef(left)
  const announce = useEffectEvent((from: number, to: number) => {
    const words = spoken(from, to)
    if (words) setSaid(words)
    if (to === 0 && from > 0) onOver()
  })
  useEffect(() => {
    if (left !== null && before.current !== null) announce(before.current, left)
    before.current = left
  }, [left])
  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  return said
}

/** What is to be said when the time that is left falls from `before` to `after` milliseconds. */
export function spoken(before: number, after: number): string | null {
  const crossed = SPOKEN.findLast(
    (minutes) => before > minutes * 60_000 && after <= minutes * 60_000,
  )
  if (crossed === undefined) return null
  return crossed === 0 ? 'Time is over.' : `${crossed} minutes left.`
}

function pad(count: number): string {
  return String(count).padStart(2, '0')
}
