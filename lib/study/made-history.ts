import 'server-only'
import { ulid } from 'ulid'
import { questions } from '#lib/content/questions.ts'
import { concrete } from '#lib/quiz/grade/item.ts'
import { rightResponse, wrongResponse } from '#lib/quiz/grade/right-response.ts'
import { attemptBatch } from './attempt-entry.ts'
import { createInterview, drawInterview } from './create-interview.ts'
import { finishInterview } from './finish-interview.ts'
import { openInterview } from './open-interview.ts'
import { startInput } from './interview-entry.ts'
import { prepareAttempts } from './prepare-attempts.ts'
import { prepareReviews } from './prepare-reviews.ts'
import { reportProblem } from './report-problem.ts'
import { reviewBatch } from './review-entry.ts'
import { saveDraft } from './save-draft.ts'
import { saveNote } from './save-note.ts'
import { saveResponse } from './save-response.ts'
import { saveSettings } from './settings.ts'
import { setMark } from './set-mark.ts'
import { shareInterview } from './share-interview.ts'
import { storeAttempts } from './store-attempts.ts'
import { storeReviews } from './store-reviews.ts'

/** For tests of what must not lose anything: one thing that somebody does, at one of three questions. */
export type Step = {
  what: (typeof DEEDS)[number]
  question: number
  text: string
  /** whatever else there is to choose */
  n: number
}
export const DEEDS = [
  'answer',
  'rubric',
  'item',
  'review',
  'postpone',
  'undo',
  'draft',
  'note',
  'mark',
  'report',
  'settings',
  'interview',
] as const

/** Does it all by the verbs that the site's routes use, one after the other. */
export async function liveThrough(userId: string, steps: readonly Step[]): Promise<void> {
  const reviewed: string[] = []
  for (const step of steps) await live(userId, step, reviewed)
}

async function live(userId: string, { what, question: nth, text, n }: Step, reviewed: string[]) {
  const bank = [...(await questions()).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const question = bank[nth % 3]!
  const { id: questionId, contentHash } = question
  const words = text.trim() || 'Words.'
  const submit = async (item: string, response: unknown) => {
    const id = ulid()
    const entry = { id, itemId: `${questionId}/${item}`, contentHash, response, confidence: n % 4 }
    const graded = await prepareAttempts(userId, attemptBatch.parse({ attempts: [entry] }).attempts)
    if ('refused' in graded) throw new Error(graded.refused.message)
    await storeAttempts(userId, graded.prepared)
    return id
  }
  const review = async (line: object) => {
    const id = ulid()
    const { reviews } = reviewBatch.parse({ reviews: [{ id, questionId, ...line }] })
    const prepared = await prepareReviews(userId, reviews, new Date())
    if ('refused' in prepared) return
    await storeReviews(userId, [id], prepared.lines, new Date())
    reviewed.push(id)
  }
  switch (what) {
    case 'answer':
      return void (await submit('answer', { text: words, skipped: false }))
    case 'rubric': {
      const answerId = await submit('answer', { text: words, skipped: false })
      const [point, other] = question.keyPoints
      const quotes = /[\p{L}\p{N}]/u.test(words) ? { [point!.id]: [[0, words.length]] } : {}
      const marks = { answerId, level: 'senior', quotes, ticked: [other!.id] }
      const attemptId = await submit('rubric', marks)
      return review({ event: 'graded', grade: (n % 4) + 1, attemptId })
    }
    case 'item': {
      const item = question.items.find(({ kind }) => kind === 'single') ?? question.items[0]!
      const asked = concrete(item, 0)
      return void (await submit(item.id, n % 2 ? rightResponse(asked) : wrongResponse(asked)))
    }
    case 'review':
      return review({ event: 'graded', grade: (n % 4) + 1 })
    case 'postpone':
      return review({ event: 'postponed', dueAt: new Date(Date.now() + 86_400_000).toISOString() })
    case 'undo':
      return reviewed.length === 0
        ? undefined
        : review({ event: 'undone', undoes: reviewed[n % reviewed.length]! })
    case 'draft':
      return void (await saveDraft(userId, questionId, { base: 0, text: words }))
    case 'note':
      return void (await saveNote(userId, questionId, { base: 0, text: words }))
    case 'mark':
      return void (await setMark(userId, questionId, {
        kind: n % 2 ? 'starred' : 'parked',
        on: n % 3 > 0,
      }))
    case 'report':
      return void (await reportProblem(userId, questionId, {
        id: ulid(),
        contentHash,
        text: words,
        context: { page: '/questions', figures: [], seeds: {} },
      }))
    case 'settings':
      return void (await saveSettings(userId, {
        dailyMinutes: 5 + (n % 60),
        daysOff: ['2026-12-24'],
      }))
    case 'interview':
      return interview(userId, words, n)
  }
}

/** Begun, one answer in two revisions; finished or left open, shared or not. */
async function interview(userId: string, text: string, n: number) {
  const blueprint = n % 2 ? '1.forms~written_length~20m' : ''
  const input = startInput.parse({ id: ulid(), blueprint, seed: n })
  const drawn = await drawInterview(userId, input)
  if ('shortage' in drawn) throw new Error('the bank is too small for a made history')
  const id = (await createInterview(userId, drawn.start))!
  const { screens } = (await openInterview(userId, id))!
  const written = screens.find(({ kind }) => kind === 'answer')
  if (written)
    for (const base of [0, 1])
      await saveResponse(userId, id, {
        id: ulid(),
        position: written.position,
        base,
        value: { response: `${text} ${base}`, confidence: n % 4 },
        tab: 'made',
      })
  if (n % 3 > 0) await finishInterview(userId, id)
  if (n % 5 === 0) await shareInterview(userId, id, true)
}
