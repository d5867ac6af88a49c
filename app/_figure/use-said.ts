import { useEffect, useState } from 'react'
import type { Fields, Moment } from '#lib/figures/figure.ts'
import type { Units } from '#lib/figures/units.ts'
import type { Live } from './use-figure.ts'

const pause = 500

/**
 * The one sentence of a figure: what it shows, and after a change what changed.
 * @returns `seen` follows the hand; `spoken` is for the live region and waits until the hand rests.
 *   Both compare with the last state that was spoken, so a drag is one change and not a hundred.
 */
export function useSaid<F extends Fields, R>(live: Live<F, R>): { seen: string; spoken: string } {
  const { figure, drawn: state, result, units, remark } = live
  const [before, setBefore] = useState<Moment<F, R>>({ state, result })
  const [spoken, setSpoken] = useState('')
  const [rested, setRested] = useState<Rested>()
  const moved = state !== before.state
  const still = rested?.units === units ? rested.sentence : figure.finding(state, result, units)
  const seen = remark ?? (moved ? figure.changed(before, { state, result }, units) : still)
  const news = moved || remark !== undefined
  useEffect(() => {
    if (!news) return
    const timer = setTimeout(() => {
      setSpoken(seen)
      setRested({ sentence: seen, units })
      setBefore({ state, result })
    }, pause)
    return () => clearTimeout(timer)
  }, [news, seen, state, result, units])
  return { seen, spoken }
}

/** A sentence stands until something else is to be said; its numbers are in these units. */
type Rested = { sentence: string; units: Units }
