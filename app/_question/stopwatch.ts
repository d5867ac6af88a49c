'use client'

import { useEffect, useRef } from 'react'

const A_DAY = 86_400_000

/** Milliseconds since the component was first seen, or since the last reading; at most a day. */
export function useStopwatch(): () => number {
  const since = useRef(0)
  useEffect(() => {
    since.current = performance.now()
  }, [])
  return function read() {
    const now = performance.now()
    const elapsed = Math.min(A_DAY, Math.round(now - since.current))
    since.current = now
    return elapsed
  }
}
