import { questions, type Question } from '#lib/content/questions.ts'
import { cardsOf } from '#lib/db/card.ts'
import { recall } from '#lib/learning/schedule.ts'
import { randomOf } from '#lib/learning/simulate.ts'
import { concrete } from '#lib/quiz/grade/item.ts'
import { rightResponse, wrongResponse } from '#lib/quiz/grade/right-response.ts'
import { attemptBatch, type AttemptEntry } from '#lib/study/attempt-entry.ts'
import { derivedId } from '#lib/study/derived-id.ts'
import { prepareAttempts } from '#lib/study/prepare-attempts.ts'
import { prepareReviews } from '#lib/study/prepare-reviews.ts'
import { cardOf } from '#lib/study/review-log.ts'
import { reviewBatch, type ReviewEntry } from '#lib/study/review-entry.ts'
import { saveNote } from '#lib/study/save-note.ts'
import { setMark } from '#lib/study/set-mark.ts'
import { storeAttempts } from '#lib/study/store-attempts.ts'
import { storeReviews } from '#lib/study/store-reviews.ts'

const day = 86_400_000

/**
 * Somebody who studies as the site proposes: a question every few days, again after two and five
 * weeks, and what is due on most days, recalled as often as the forgetting curve says. Everything goes
 * through the verbs that the site's own routes use; chance is seeded.
 * @param o.from days before now of the first day @param o.until of the last
 * @returns what was done, in words
 */
export async function studyFor(
  userId: string,
  o: { now: Date; from: number; until: number },
): Promise<string> {
  const bank = [...(await questions()).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const random = randomOf(20261124)
  const begun = bank.slice(0, 16)
  const pause = Math.max(2, Math.floor((o.from - o.until) / 1.6 / Math.max(1, begun.length)))
  let [answered, reviewed] = [0, 0]
  for (let ago = o.from; ago >= o.until; ago--) {
    const at = new Date(o.now.getTime() - ago * day)
    for (const [nth, question] of begun.entries()) {
      const round = [0, 14, 35].indexOf(o.from - ago - nth * pause)
      if (round >= 0) answered += await answer(userId, question, { at, round, random })
    }
    if (random() < 0.7) reviewed += await reviewDue(userId, at, random)
  }
  await keep(userId, begun)
  return `${answered} answers and ${reviewed} reviews, the last ${o.until} days ago`
}

/** A star, a note and a parked question, as somebody has them who has been about for a while. */
async function keep(userId: string, [first, second, third]: readonly Question[]) {
  if (!first || !second || !third) return
  await setMark(userId, first.id, { kind: 'starred', on: true })
  await setMark(userId, third.id, { kind: 'parked', on: true })
  await saveNote(userId, second.id, {
    base: 0,
    text: 'Say the *reason* first, then the example.\n\n- draw it while talking\n- name the **assumption**',
  })
}

type Sitting = { at: Date; round: number; random: () => number }

/** The page from top to bottom: an answer, its rubric, the items, and the grade that it suggests. */
async function answer(userId: string, question: Question, { at, round, random }: Sitting) {
  const knows = () => random() < 0.45 + 0.2 * round
  const id = (name: string) => derivedId(at, `${userId} ${question.id} ${name}`)
  const common = { contentHash: question.contentHash, elapsedMs: 90_000 }
  const said = question.keyPoints.filter(({ cues }) => cues.length > 0 && knows())
  const text = said.map(({ cues }) => `${cues[0]}.`).join(' ') || 'I would have to think about it.'
  const quotes = Object.fromEntries(
    said.map((point) => {
      const start = text.indexOf(point.cues[0]!)
      return [point.id, [[start, start + point.cues[0]!.length]]]
    }),
  )
  const rubric = { answerId: id('answer'), level: 'mid', quotes, ticked: [] }
  const { attempts } = attemptBatch.parse({
    attempts: [
      {
        ...common,
        id: id('answer'),
        itemId: `${question.id}/answer`,
        response: { text, skipped: false },
        confidence: Math.min(3, round + 1),
      },
      { ...common, id: id('rubric'), itemId: `${question.id}/rubric`, response: rubric },
      ...question.items.map((each, nth) => {
        const item = concrete(each, 0)
        const isRight = knows()
        return {
          ...common,
          id: id(item.id),
          itemId: `${question.id}/${item.id}`,
          response: isRight ? rightResponse(item) : wrongResponse(item),
          confidence:
            item.kind === 'predict'
              ? Math.floor(random() * 4)
              : ((nth + round) % (isRight ? 3 : 4)) + (isRight ? 1 : 0),
        }
      }),
    ],
  })
  await store(userId, attempts, at)
  const grade = round === 0 ? 2 : 3
  await record(
    userId,
    { grade, attemptId: id('rubric'), id: id('grade'), questionId: question.id },
    at,
  )
  return attempts.length
}

/** What is due on a day, up to eight cards, most forgotten first. */
async function reviewDue(userId: string, at: Date, random: () => number): Promise<number> {
  const due = (await cardsOf(userId)).map(cardOf).filter((card) => card.due <= at)
  const taken = due.toSorted((a, b) => recall(a, at) - recall(b, at)).slice(0, 8)
  for (const card of taken) {
    const { questionId, keyPointId } = card
    const grade = random() < recall(card, at) ? (random() < 0.2 ? 2 : 3) : 1
    const id = derivedId(at, `${userId} ${questionId} ${keyPointId} review`)
    await record(userId, { id, questionId, keyPointId, grade }, at)
  }
  return taken.length
}

async function store(userId: string, attempts: AttemptEntry[], at: Date) {
  const result = await prepareAttempts(userId, attempts)
  if ('refused' in result) throw new Error(result.refused.message)
  await storeAttempts(
    userId,
    result.prepared.map((each) => ({ ...each, attempt: { ...each.attempt, receivedAt: at } })),
  )
}

async function record(userId: string, graded: object, at: Date) {
  const { reviews } = reviewBatch.parse({ reviews: [{ ...graded, event: 'graded' }] })
  const [entry] = reviews as [ReviewEntry]
  const result = await prepareReviews(userId, [entry], at)
  if ('refused' in result) throw new Error(result.refused.message)
  await storeReviews(userId, [entry.id], result.lines, at)
}
