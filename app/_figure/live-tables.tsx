import { useEffect, useMemo, useState } from 'react'
import type { Fields } from '#lib/figures/figure.ts'
import { TableTwin } from './table-twin.tsx'
import type { Live } from './use-figure.ts'

/** in ms */
const pause = 150

/**
 * The numbers of a figure that is moved. Out of sight they follow once the hand rests: to set out
 * hundreds of cells takes as long as the drawing.
 */
export function LiveTables<F extends Fields, R>({
  live: { figure, drawn, result, units },
  shown,
}: {
  live: Live<F, R>
  shown: boolean
}) {
  const now = useMemo(() => ({ drawn, result, units }), [drawn, result, units])
  const [rested, setRested] = useState(now)
  const of = shown ? now : rested
  useEffect(() => {
    if (of === now) return
    const timer = setTimeout(() => setRested(now), pause)
    return () => clearTimeout(timer)
  }, [of, now])
  const tables = useMemo(() => figure.tables(of.drawn, of.result, of.units), [figure, of])
  return <TableTwin tables={tables} shown={shown} behind={of !== now} />
}
