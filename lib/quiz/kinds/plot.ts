import type { FigureId } from '#lib/figures/index.ts'
import type { Invalid } from './response.ts'

/** From low to high, in the units of an axis. */
type Extent = [from: number, to: number]

export type Region = { id: string; label: string; x: Extent; y: Extent }

export type AskedPlot = {
  kind: 'plot'
  id: string
  prompt: string
  demo: FigureId
  /** as the figure's link writes it */
  state: string
  /** in the units of the figure's first panel; none overlaps another */
  regions: Region[]
}

/** A region's id. */
export function validatePlot({ regions }: AskedPlot, response: unknown): string | Invalid {
  const isKnown = regions.some(({ id }) => id === response)
  return isKnown ? (response as string) : { problem: 'Choose one of the places.' }
}

/** @param at in the units of the figure's first panel */
export function regionAt({ regions }: AskedPlot, at: { x: number; y: number }): Region | undefined {
  return regions.find(({ x, y }) => isWithin(x, at.x) && isWithin(y, at.y))
}

function isWithin([from, to]: Extent, value: number): boolean {
  return from <= value && value <= to
}
