import { type Box, boxOf } from '#app/_figure/layout.ts'
import { linear, log, roundTicks, type Scale } from '#app/_figure/scale.ts'
import { conventions, type ConventionsResult } from '#lib/figures/conventions.ts'

const { min, max } = conventions.fields.unit

/** @param shape height over width; both panels leave the same room below for what they add there */
export function conventionsBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 30, right: 28, top: 4, bottom: 84 })
}

export type Axes = { x: Scale; y: Scale; ticks: readonly number[] }

/** From where to where the axis of effects goes: it stays while neither end has to move. */
export function extentOf({ curve, ols, readings }: ConventionsResult): readonly [number, number] {
  const models = [ols, ...readings.map(({ model }) => model)].flatMap(({ effects }) => [...effects])
  const values = [...curve.effects, ...curve.standard, ...models]
  const ticks = roundTicks([Math.min(...values), Math.max(...values)], 6)
  return [ticks[0]!, ticks.at(-1)!]
}

/** Both panels share the axis of effects: sizes compare by eye. */
export function axesOf([low, high]: readonly [number, number], box: Box): Axes {
  const { width, height, left, right, top, bottom } = box
  return {
    x: log([min, max], [0, width - left - right]),
    y: linear([low, high], [height - top - bottom - 6, 44]),
    ticks: roundTicks([low, high], 6).filter((b) => b >= low && b <= high),
  }
}
