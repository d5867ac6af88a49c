import { validateMultiple, validateSingle, type AskedMultiple, type AskedSingle } from './choice.ts'
import { validateNumeric, type AskedNumeric } from './numeric.ts'
import type { Invalid, Score } from './response.ts'

/** An item as it may leave the server before submission: no key, no reason. */
export type AskedItem = AskedSingle | AskedMultiple | AskedNumeric

export type ItemKind = AskedItem['kind']

/** A response that can be graded: an option, options, or a number as typed. */
export type ItemResponse = string | string[]

/** What the reader learns after submission. */
export type Feedback = {
  score: Score
  /** The right answer in words. */
  answer: string
  why: string
  /** A named wrong answer's own message. */
  message?: string
  /** Choice items: which options are right, and a reason for each. */
  options?: { id: string; right: boolean; why: string }[]
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
  }
}

export function isInvalid(result: ItemResponse | Invalid): result is Invalid {
  return typeof result === 'object' && 'problem' in result
}
