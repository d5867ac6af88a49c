import type { DemoProps } from '#app/demos/index.tsx'
import type { ItemResponse } from '#lib/quiz/kinds/item.ts'
import { parseNumber } from '#lib/quiz/kinds/numeric.ts'
import { type AskedPredict, type Axis, predicted } from '#lib/quiz/kinds/predict.ts'

export type Guess = NonNullable<DemoProps['guess']>

/** A prediction as the plot shows it: where it was placed, or in words. */
export function guessOf(item: AskedPredict, response: ItemResponse): Guess {
  return 'marker' in item.ask
    ? { ...placeOf(item, response), text: 'You' }
    : { text: `You: ${short(predicted(item, response))}` }
}

/** The marker while it is being placed; nothing for other ways to predict. */
export function markerOf(
  item: AskedPredict,
  draft: ItemResponse,
  onPlace: (response: string[]) => void,
): Guess | undefined {
  if (!('marker' in item.ask)) return undefined
  const { x, y } = item.ask.marker
  const at = placeOf(item, draft)
  const isPlaced = at.x !== undefined || at.y !== undefined
  return {
    ...at,
    text: isPlaced ? 'Your marker' : 'Point to where you expect it',
    place: (to) => onPlace([...(x ? [onAxis(x, to.x)] : []), ...(y ? [onAxis(y, to.y)] : [])]),
  }
}

function placeOf({ ask }: AskedPredict, response: ItemResponse): { x?: number; y?: number } {
  if (!('marker' in ask)) return {}
  const names = (['x', 'y'] as const).filter((name) => ask.marker[name] !== undefined)
  const values = names.map((name, i) => [name, parseNumber(response[i] ?? '')] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== null))
}

/** The nearest step of the axis, as text: what is pointed at is what one could have typed. */
function onAxis({ min, max, step }: Axis, value: number): string {
  const nearest = min + Math.round((Math.min(max, Math.max(min, value)) - min) / step) * step
  const digits = String(step).split('.')[1]?.length ?? 0
  return String(Number(Math.min(max, nearest).toFixed(digits)))
}

/** As much as fits into the smallest plot. */
function short(text: string): string {
  return text.length > 32 ? `${text.slice(0, 30).trimEnd()}…` : text
}
