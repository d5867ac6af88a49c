import { validateMultiple, validateSingle, type AskedMultiple, type AskedSingle } from './choice.ts'
import { validateNumeric, type AskedNumeric } from './numeric.ts'
import { validatePredict, type AskedPredict } from './predict.ts'
import type { Invalid, Score } from './response.ts'
import { validateTask, type AskedTask, type Solved } from './task.ts'

/** An item as it may leave the server before submission: no key, no reason. */
export type AskedItem = AskedSingle | AskedMultiple | AskedNumeric | AskedPredict | AskedTask

/** What is asked after the text, under “Check yourself”; a prediction is asked before its figure. */
export type CheckedItem = Exclude<AskedItem, AskedPredict>

export type ItemKind = AskedItem['kind']

/** A response that can be graded: an option, options, a number as typed, a figure's state. */
export type ItemResponse = string | string[]

/** What the reader learns after submission. */
export type Feedback = {
  score: Score
  /** The right answer in words; of a task a state that reaches its goal. */
  answer: string
  why: string
  /** A named wrong answer's own message. */
  message?: string
  /** Choice items: which options are right, and a reason for each. */
  options?: { id: string; right: boolean; why: string }[]
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
    case 'predict':
      return validatePredict(item, response)
    case 'task':
      return validateTask(item, response)
  }
}

export function isInvalid(result: ItemResponse | Invalid): result is Invalid {
  return typeof result === 'object' && 'problem' in result
}
