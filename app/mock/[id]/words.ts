import { isInvalid, unfinished, validate } from '#lib/quiz/kinds/item.ts'
import type { AnswerValue } from '#lib/study/interview-entry.ts'
import { isAnswered } from './answers.ts'
import type { Screen } from './requests.ts'

/** How sure somebody is, from 0 on. */
export const CONFIDENCE = ['Guess', 'Leaning', 'Fairly sure', 'Certain'] as const

/** How a screen is answered, in a word or two. */
export function formInWords({ kind }: Screen): string {
  return words[kind]
}

/** Where a screen stands: the word beside its number in the map. */
export function standing(
  screen: Screen,
  value: AnswerValue,
  { flagged, skipped }: { flagged: boolean; skipped: boolean },
): { mark: 'answered' | 'begun' | 'skipped' | 'open'; word: string } {
  const mark = markOf(screen, value, skipped)
  const word = { answered: 'Answered', begun: 'Begun', skipped: 'Skipped', open: '' }[mark]
  if (!flagged) return { mark, word: word || formInWords(screen) }
  return { mark, word: word ? `${word}, flagged` : 'Flagged' }
}

function markOf(screen: Screen, value: AnswerValue, skipped: boolean) {
  if (isAnswered(screen, value)) return isComplete(screen, value) ? 'answered' : 'begun'
  return skipped ? 'skipped' : 'open'
}

/** Whether it could be graded as it is: half a number cannot. */
export function isComplete(screen: Screen, value: AnswerValue): boolean {
  return missingIn(screen, value) === null
}

/** What an answer lacks to be graded, as a sentence, or null. */
export function missingIn({ ask }: Screen, { response }: AnswerValue): string | null {
  if (!('item' in ask)) return null
  const valid = validate(ask.item, response)
  return isInvalid(valid) ? valid.problem : unfinished(ask.item, valid)
}

/** "2:40" */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const words: Record<Screen['kind'], string> = {
  answer: 'In words',
  'follow-up': 'What they ask next',
  single: 'Multiple choice',
  multiple: 'Choose all that hold',
  claim: 'True or false',
  spot: 'Find the slip',
  numeric: 'A number',
  fill: 'A word',
  ordering: 'Put in order',
  matching: 'Match',
  plot: 'Read a plot',
  task: 'Work in a figure',
  predict: 'Predict',
}
