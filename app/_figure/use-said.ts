import { useEffect, useState } from 'react'
import type { Fields, Moment } from '#lib/figures/figure.ts'
import type { Live } from './use-figure.ts'

const pause = 500

/**
 * The one sentence of a figure: what it shows, and after a change what changed.
 * @returns `seen` follows the hand; `spoken` is for the live region and waits until the hand rests.
 *   Both compare with the last state that was spoken, so a drag is one change and not a hundred.
 */
export function useSaid<F extends Fields, R>(live: Live<F, R>): { seen: string; spoken: string } {
  const { figure, state, result } = live
  const [before, setBefore] = useState<Moment<F, R>>({ state, result })
  const [spoken, setSpoken] = useState('')
  const [rested, setRested] = useState<string>()
  const moved = state !== before.state
  const seen = moved
    ? figure.changed(before, { state, result })
    : (rested ?? figure.finding(state, result))
  useEffect(() => {
    if (!moved) return
    const timer = setTimeout(() => {
      setSpoken(seen)
      setRested(seen)
      setBefore({ state, result })
    }, pause)
    return () => clearTimeout(timer)
  }, [moved, seen, state, result])
  return { seen, spoken }
}
