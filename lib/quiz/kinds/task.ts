import type { FigureId } from '#lib/figures/index.ts'
import type { Invalid } from './response.ts'

export type AskedTask = {
  kind: 'task'
  id: string
  /** the goal as a sentence */
  prompt: string
  demo: FigureId
  /** the state that the figure begins in, as its link writes it */
  start: string
}

/** What the server's solver found in the submitted state. */
export type Solved = {
  /** the parts of the goal, in the author's order */
  conditions: {
    holds: boolean
    /** "exactly 3" */
    wanted: string
    found: { name: string; about: string; value: string }[]
    /** how much room is left, in words; null where nothing near would undo it, or it does not hold */
    room: string | null
  }[]
  /** duality gap of the worst solution in it, relative to the null model: at most 1e-6 */
  gap: number
}

/** A figure's state as its link writes it; "" is the default state. The server reads what is in it. */
export function validateTask(_item: AskedTask, response: unknown): string | Invalid {
  if (typeof response !== 'string' || response.length > 500)
    return { problem: 'Submit the state of the figure: a text of at most 500 characters.' }
  return response
}
