import { useEffect } from 'react'
import type { Fields } from '#lib/figures/figure.ts'
import type { Live } from './use-figure.ts'

/** @returns the address of the figure in its present state, from the root of the site */
export function useLink<F extends Fields, R>(live: Live<F, R>, follow: boolean): string {
  const { figure, encoded, start, state } = live
  const link = encoded === '' ? `/demos/${figure.id}` : `/demos/${figure.id}?s=${encoded}`
  const moved = state !== start
  useEffect(() => {
    if (!follow || !moved) return
    // Browsers refuse an address that changes many times a second, and a drag is one change.
    const timer = setTimeout(() => window.history.replaceState(null, '', link), 250)
    return () => clearTimeout(timer)
  }, [follow, moved, link])
  return link
}
