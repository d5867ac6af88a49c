import { useMemo, useState } from 'react'
import { decodeState, encodeState } from '#lib/figures/codec.ts'
import { type Fields, type Figure, type Moment, patched, type State } from '#lib/figures/figure.ts'
import { type Units, unitsOf } from '#lib/figures/units.ts'
import { mostDraws } from '#lib/figures/variant.ts'
import { vary } from './computer.ts'
import { useConvention } from './convention.ts'
import type { FrameProps } from './frame.tsx'
import { useMoment } from './use-moment.ts'

/** A figure in the reader's hands: where it stands, what comes of it, and how to move it. */
export type Live<F extends Fields = Fields, R = unknown> = Moment<F, R> & {
  figure: Figure<F, R>
  /** unique on the page: what groups of radio buttons are named after */
  name: string
  /** the state that `result` belongs to: behind `state` while a worker computes */
  drawn: State<F>
  /** whether a worker is computing */
  busy: boolean
  /** how penalties are written */
  units: Units
  /** where it began, to which Reset returns */
  start: State<F>
  /** what of the wanted start could not be had, a sentence each */
  notes: readonly string[]
  /** `1.key~value…`, or "" for the default state */
  encoded: string
  /** Values out of range are clamped, and rounded to the field's resolution. */
  set(patch: Partial<State<F>>): void
  reset(): void
  /** Goes to other data that show the same point; what came of it is `remark`. */
  vary(): void
  /** a sentence about the last change, in place of the figure's own */
  remark: string | undefined
}

/**
 * @param wanted the state to begin in, as `encodeState` writes it
 * @param frame what the page says about it
 */
export function useFigure<F extends Fields, R>(
  figure: Figure<F, R>,
  wanted: string,
  frame: FrameProps,
): Live<F, R> {
  const [start] = useState(() => decodeState(figure, wanted))
  const [{ state, remark }, setStand] = useState<Stand<F>>({ state: start.state })
  const { state: drawn, result } = useMoment(figure, state, wanted)
  const units = useUnits(figure, drawn, result)
  const [gone, setGone] = useState(frame.goTo)
  if (frame.goTo !== gone) {
    setGone(frame.goTo)
    if (frame.goTo !== undefined) setStand({ state: decodeState(figure, frame.goTo).state })
  }
  return {
    figure,
    name: frame.name ?? `${figure.id}-${frame.number ?? 0}`,
    state,
    result,
    drawn,
    busy: drawn !== state,
    units,
    start: start.state,
    notes: start.notes,
    encoded: encodeState(figure, state),
    set(patch) {
      setStand((now) => {
        const next = patched(figure.fields, now.state, patch)
        return next === now.state ? now : { state: next }
      })
    },
    reset: () => setStand({ state: start.state }),
    async vary() {
      const [seed = 0] = crypto.getRandomValues(new Int32Array(1))
      const found = await vary(figure, state, seed)
      const next = { state: found ?? state, remark: remarkOn(found, figure.variant.keeps) }
      // Whoever has moved on meanwhile stays where they are.
      setStand((now) => (now.state === state ? next : now))
    },
    remark,
  }
}

type Stand<F extends Fields> = { state: State<F>; remark?: string }

function remarkOn(found: object | null, keeps: string): string {
  return found === null
    ? `None of ${mostDraws} draws shows the point as clearly, so nothing has changed. The point: ${keeps}`
    : `Another draw, the same point. ${keeps}`
}

/** The same object while nothing changes: whole plots depend on it. */
function useUnits<F extends Fields, R>(figure: Figure<F, R>, state: State<F>, result: R): Units {
  const convention = useConvention()
  const { n, sdY, family } = figure.sample(state, result)
  return useMemo(() => unitsOf(convention, { n, sdY, family }), [convention, n, sdY, family])
}
