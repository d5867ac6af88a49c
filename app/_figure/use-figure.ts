import { useMemo, useState } from 'react'
import { decodeState, encodeState } from '#lib/figures/codec.ts'
import { type Fields, type Figure, type Moment, settle, type State } from '#lib/figures/figure.ts'

/** A figure in the reader's hands: where it stands, what comes of it, and how to move it. */
export type Live<F extends Fields = Fields, R = unknown> = Moment<F, R> & {
  figure: Figure<F, R>
  /** unique on the page: what groups of radio buttons are named after */
  name: string
  /** where it began, to which Reset returns */
  start: State<F>
  /** what of the wanted start could not be had, a sentence each */
  notes: readonly string[]
  /** `1.key~value…`, or "" for the default state */
  encoded: string
  /** Values out of range are clamped, and rounded to the field's resolution. */
  set(patch: Partial<State<F>>): void
  reset(): void
}

/**
 * @param wanted the state to begin in, as `encodeState` writes it
 * @param number the figure's number on the page
 */
export function useFigure<F extends Fields, R>(
  figure: Figure<F, R>,
  wanted: string,
  number = 0,
): Live<F, R> {
  const [start] = useState(() => decodeState(figure, wanted))
  const [state, setState] = useState(start.state)
  const result = useMemo(() => figure.compute(state), [figure, state])
  return {
    figure,
    name: `${figure.id}-${number}`,
    state,
    result,
    start: start.state,
    notes: start.notes,
    encoded: encodeState(figure, state),
    set: (patch) => setState((current) => patched(figure, current, patch)),
    reset: () => setState(start.state),
  }
}

/** @returns the same object if nothing changes, so that nothing is drawn again */
function patched<F extends Fields>(
  figure: { fields: F },
  state: State<F>,
  patch: Partial<State<F>>,
): State<F> {
  const settled = Object.entries(patch).map(([key, value]) => {
    const field = figure.fields[key]!
    return [key, field.kind === 'number' ? settle(field, Number(value)) : value] as const
  })
  return settled.every(([key, value]) => state[key] === value)
    ? state
    : { ...state, ...Object.fromEntries(settled) }
}
