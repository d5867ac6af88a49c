import 'server-only'
import { z } from 'zod'
import { itemSchema, kindOfItem, score } from '#lib/quiz/grade/item.ts'
import { rubricProblem, rubricSchema, scoreRubric } from '#lib/quiz/grade/rubric.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import type { Score } from '#lib/quiz/kinds/response.ts'
import { LEVELS } from '#lib/quiz/kinds/rubric.ts'
import { answerSchema } from './attempt-entry.ts'

/**
 * What grading needs of a question, read back from the version that is stored with the attempt. Other
 * fields may have changed since it was stored; these must still parse.
 */
const gradable = z.object({
  id: z.string(),
  keyPoints: z.array(z.object({ id: z.string(), weight: z.number(), from: z.enum(LEVELS) })),
  items: z.array(itemSchema),
})

export type Gradable = z.infer<typeof gradable>

export function readGradable(question: unknown): Gradable {
  return gradable.parse(question)
}

export type Grade = {
  kind: string
  grader: 'server' | 'self' | 'none'
  score: Score | null
  feedback: Feedback | null
  spans?: unknown
}

/**
 * Grades one response against the question as it was shown.
 * @param answerText the text that a rubric quotes; null when there is no such answer
 * @param seed the one that the item was asked with
 * @returns the grade, or what is wrong as a sentence
 */
export function gradeAttempt(
  question: Gradable,
  itemName: string,
  response: unknown,
  answerText: string | null,
  seed: number,
): Grade | { problem: string } {
  if (itemName === 'answer' || itemName === 'again') return gradeAnswer(itemName, response)
  if (itemName === 'rubric') return gradeRubric(question, response, answerText)
  const item = question.items.find(({ id }) => id === itemName)
  if (!item) return { problem: 'This question has no such item.' }
  const result = score(item, response, seed)
  if ('problem' in result) return result
  const { feedback } = result
  return { kind: kindOfItem(item), grader: 'server', score: feedback.score, feedback }
}

/** In words: the first time, or once more in a minute, which is nothing's draft and has no rubric. */
function gradeAnswer(kind: 'answer' | 'again', response: unknown): Grade | { problem: string } {
  const parsed = answerSchema.safeParse(response)
  if (!parsed.success) return { problem: 'An answer has a text of at most 20,000 characters.' }
  const { text, skipped } = parsed.data
  if (!skipped && text.trim() === '') return { problem: 'The answer is empty: skip it instead.' }
  return { kind, grader: 'none', score: null, feedback: null }
}

function gradeRubric(
  question: Gradable,
  response: unknown,
  answerText: string | null,
): Grade | { problem: string } {
  const parsed = rubricSchema.safeParse(response)
  if (!parsed.success) return { problem: 'The rubric is not complete.' }
  if (answerText === null) return { problem: 'The answer that this rubric quotes is not stored.' }
  const problem = rubricProblem(question.keyPoints, answerText, parsed.data)
  if (problem) return { problem }
  return {
    kind: 'rubric',
    grader: 'self',
    score: scoreRubric(question.keyPoints, parsed.data),
    feedback: null,
    spans: parsed.data.quotes,
  }
}
