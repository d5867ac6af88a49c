import { validateMultiple, validateSingle, type AskedMultiple, type AskedSingle } from './choice.ts'
import { validateClaim, type AskedClaim } from './claim.ts'
import type { Exhibit } from './exhibit.ts'
import { validateFill, type AskedFill } from './fill.ts'
import { validateMatching, type AskedMatching } from './matching.ts'
import { validateNumeric, type AskedNumeric } from './numeric.ts'
import { validateOrdering, type AskedOrdering } from './ordering.ts'
import { validatePlot, type AskedPlot } from './plot.ts'
import { axesOf, validatePredict, type AskedPredict } from './predict.ts'
import type { Invalid, Score } from './response.ts'
import { validateSpot, type AskedSpot } from './spot.ts'
import { validateTask, type AskedTask, type Solved } from './task.ts'

/** An item as it may leave the server before submission: no key, no reason. */
export type AskedItem = AskedKind & {
  /** what it asks about, beside the words */
  exhibit?: Exhibit
  /** made from a seed: another seed gives another one like it */
  drawn?: true
}

type AskedKind =
  | AskedSingle
  | AskedMultiple
  | AskedNumeric
  | AskedOrdering
  | AskedMatching
  | AskedFill
  | AskedPlot
  | AskedSpot
  | AskedClaim
  | AskedPredict
  | AskedTask

/** What is asked after the text, under “Check yourself”; a prediction is asked before its figure. */
export type CheckedItem = Exclude<AskedItem, { kind: 'predict' }>

export type ItemKind = AskedItem['kind']

/** A response: one or several ids, a text as typed, a figure's state. */
export type ItemResponse = string | string[]

/** What the reader learns after submission. */
export type Feedback = {
  score: Score
  /** The right answer in words; of a task a state that reaches its goal. */
  answer: string
  why: string
  /** What is to be said of this response: a named slip, or how much of it is right. */
  message?: string
  /** Of what was to choose from: which are right, and the reason for each if it has its own. */
  options?: { id: string; right: boolean; why?: string }[]
  /** Ordering: ids in the right order. Matching: the right id for each. Spot: the line. Claim: its truth. */
  key?: string[]
  /** Tasks: what was found in the submitted state. */
  solved?: Solved
}

/** The response, normalised, or a sentence that says what is missing. Runs in browser and server. */
export function validate(item: AskedItem, response: unknown): ItemResponse | Invalid {
  switch (item.kind) {
    case 'single':
      return validateSingle(item, response)
    case 'multiple':
      return validateMultiple(item, response)
    case 'numeric':
      return validateNumeric(item, response)
    case 'ordering':
      return validateOrdering(item, response)
    case 'matching':
      return validateMatching(item, response)
    case 'fill':
      return validateFill(item, response)
    case 'plot':
      return validatePlot(item, response)
    case 'spot':
      return validateSpot(item, response)
    case 'claim':
      return validateClaim(item, response)
    case 'predict':
      return validatePredict(item, response)
    case 'task':
      return validateTask(item, response)
  }
}

/**
 * What of a response that can be graded is still open, as a sentence, or null. A form asks for it; an
 * interview that ends counts what is there.
 */
export function unfinished(item: AskedItem, response: ItemResponse): string | null {
  if (item.kind === 'claim' && !response[1]) return 'Choose the reason too.'
  if (item.kind !== 'matching') return null
  const open = item.lefts.filter((_, i) => !response[i])
  return open.length === 0 ? null : `Not matched yet: ${open.join(', ')}.`
}

/** What an input begins with: nothing chosen, nothing typed, the figure where its task starts. */
export function emptyResponse(item: AskedItem): ItemResponse {
  switch (item.kind) {
    case 'multiple':
    case 'ordering':
      return []
    case 'matching':
      return item.lefts.map(() => '')
    case 'claim':
      return ['', '']
    case 'predict':
      return 'marker' in item.ask ? axesOf(item.ask.marker).map(() => '') : ''
    case 'task':
      return item.start
    default:
      return ''
  }
}

/** Whether nothing has been answered yet. */
export function isUntouched(item: AskedItem, response: ItemResponse): boolean {
  return String(response) === String(emptyResponse(item))
}

export function isInvalid(result: ItemResponse | Invalid): result is Invalid {
  return typeof result === 'object' && 'problem' in result
}
