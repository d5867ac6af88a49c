import { type Box, boxOf, short } from '#app/_figure/layout.ts'
import { linear, roundTicks, type Scale } from '#app/_figure/scale.ts'
import { methods } from '#app/_ui/method-mark.tsx'
import { shrinkage, type ShrinkageResult } from '#lib/figures/shrinkage.ts'
import type { Answer, Operator } from '#lib/figures/shrinkage-operators.ts'

export type Scales = { x: Scale; y: Scale; ticks: readonly number[] }
/** What is drawn against z: the estimate, or how far it is from z. */
export type View = 'estimate' | 'moved'

type Point = readonly [z: number, estimate: number]

export const { min, max } = shrinkage.fields.z

/** @param shape height over width */
export function shrinkageBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 28, right: 46, top: 4, bottom: 42 })
}

/** z and the estimate in the same units: "as it was" is the diagonal. */
export function scalesOf(result: ShrinkageResult, view: View, box: Box): Scales {
  const { width, height, left, right, top, bottom } = box
  const [w, h] = [width - left - right, height - top - bottom]
  const farthest = Math.max(1, ...Object.values(result.answers).map(farthestOf))
  const ticks = view === 'estimate' ? [min, -2, 0, 2, max] : roundTicks([-farthest, farthest], 5)
  return {
    x: linear([min, max], [0, w]),
    y: linear([ticks[0]!, ticks.at(-1)!], [h - 6, 6]),
    ticks,
  }
}

/** Those that are no regression method of this site are drawn in ink. */
export const looks: Readonly<
  Record<Operator, { hue: string; dash: string | undefined; name: string }>
> = {
  ridge: { hue: 'fig-l2', dash: methods.l2.dash, name: 'ridge' },
  soft: { hue: 'fig-l1', dash: methods.l1.dash, name: 'L1' },
  net: { hue: 'fig-en', dash: methods.en.dash, name: 'EN' },
  hard: { hue: 'fig-ink', dash: '2 2', name: 'hard' },
  mcp: { hue: 'fig-ink', dash: '9 3 2 3', name: 'MCP' },
}

export function valueOf([z, estimate]: Point, view: View): number {
  return view === 'estimate' ? estimate : estimate - z
}

function farthestOf({ graph }: Answer): number {
  return Math.max(...graph.flat().map((point) => -valueOf(point, 'moved')))
}

/** The graph for z ≥ 0 and its mirror image. */
export function graphOf({ graph }: Answer, view: View, scales: Scales): string {
  const mirrored = graph.map((line) => line.map(([z, b]): Point => [-z, -b]))
  return [...mirrored, ...graph]
    .map((line) => `M${line.map((point) => pixels(point, view, scales)).join('L')}`)
    .join('')
}

function pixels(point: Point, view: View, { x, y }: Scales): string {
  return `${short(x(point[0]))},${short(y(valueOf(point, view)))}`
}

/** z as it is. */
export function diagonal(scales: Scales): string {
  const [from, to] = [min, max].map((z) => pixels([z, z], 'estimate', scales))
  return `M${from}L${to}`
}
