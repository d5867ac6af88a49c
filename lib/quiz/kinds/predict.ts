import type { FigureId } from '#lib/figures/index.ts'
import type { AskedOption } from './choice.ts'
import type { Feedback, ItemResponse } from './item.ts'
import { parseNumber } from './numeric.ts'
import type { Invalid } from './response.ts'

/** A number to predict: typed, or along an axis of the figure's first panel. */
export type Axis = { label: string; min: number; max: number; step: number; unit?: string }

export type AskedPredict = {
  kind: 'predict'
  id: string
  prompt: string
  demo: FigureId
  /** the state that is shown while the reader predicts, as the figure's link writes it */
  state: string
  /** one of a few outcomes, a number, or a place in the first panel: a point, or a line of x or of y */
  ask: { options: AskedOption[] } | { range: Axis } | { marker: { x?: Axis; y?: Axis } }
}

/** An option's id, a number as typed, or those of the marker: x before y. */
export function validatePredict(
  { ask }: AskedPredict,
  response: unknown,
): string | string[] | Invalid {
  if ('options' in ask) {
    const isKnown = ask.options.some(({ id }) => id === response)
    return isKnown ? (response as string) : { problem: 'Choose what you expect, or skip.' }
  }
  if ('range' in ask) return numberOn(ask.range, response)
  const axes = axesOf(ask.marker)
  if (!Array.isArray(response) || response.length !== axes.length)
    return { problem: 'Place the marker on the plot, or type where it goes.' }
  const read = axes.map((axis, i) => numberOn(axis, response[i]))
  return read.find((each) => typeof each !== 'string') ?? (read as string[])
}

/** Those that are asked for, x before y. */
export function axesOf<A extends object>({ x, y }: Axes<A>): A[] {
  return [x, y].filter((axis) => axis !== undefined)
}

type Axes<A> = { x?: A | undefined; y?: A | undefined }

function numberOn({ label, min, max }: Axis, response: unknown): string | Invalid {
  const value = typeof response === 'string' && response.length <= 40 ? parseNumber(response) : null
  if (value === null) return { problem: `${label}: type a number, such as 0.25.` }
  if (value < min || value > max)
    return { problem: `${label}: a number from ${signed(min)} to ${signed(max)}.` }
  return String(response).trim()
}

/** The prediction in words: "β1 = 1.2, β2 = 0.4". */
export function predicted({ ask }: AskedPredict, response: ItemResponse): string {
  if ('options' in ask) return ask.options.find(({ id }) => id === response)?.text ?? ''
  if ('range' in ask) return measured(ask.range, response as string)
  return axesOf(ask.marker)
    .map((axis, i) => `${axis.label} = ${measured(axis, response[i] ?? '')}`)
    .join(', ')
}

/** One sentence that sets the prediction beside what happened. */
export function compared(
  item: AskedPredict,
  response: ItemResponse,
  { score, answer }: Feedback,
): string {
  const said = predicted(item, response)
  const isRight = score.low === 1
  if ('options' in item.ask)
    return isRight
      ? `As you predicted: ${unstopped(answer)}.`
      : `You predicted “${unstopped(said)}”. What happens: ${unstopped(answer)}.`
  return `You predicted ${said}; it is ${answer}${isRight ? ', close enough.' : '.'}`
}

/** Authors end an option with a stop or without one. */
function unstopped(text: string): string {
  return text.replace(/\.$/, '')
}

function measured({ unit }: Axis, text: string): string {
  return [text.replace('-', '−'), unit].filter(Boolean).join(' ')
}

function signed(x: number): string {
  return String(x).replace('-', '−')
}
