import { hashPassword } from '#lib/auth/password.ts'
import { questionById, type Question } from '#lib/content/questions.ts'
import { addAttempts, type NewAttempt } from '#lib/db/attempt.ts'
import { closeDatabase, putSampleUser } from '#lib/db/sample.ts'
import { transaction } from '#lib/db/transaction.ts'
import { keepVersions } from '#lib/db/content-version.ts'
import { score } from '#lib/quiz/grade/item.ts'
import { rightPrediction } from '#lib/quiz/grade/predict.ts'

// Three readers to look at pages with: one who has just come, one half-way, one who stopped. Ids and
// dates are fixed, so that a second run changes nothing and screenshots can be compared.

const PASSWORD = process.env.SEED_PASSWORD ?? 'ridgeline sample'

const READERS = [
  { id: 'sample-new', name: 'Nia New', days: [] },
  { id: 'sample-halfway', name: 'Hal Halfway', days: ['2026-11-02', '2026-11-09', '2026-11-20'] },
  { id: 'sample-lapsed', name: 'Lou Lapsed', days: ['2026-07-01', '2026-07-04'] },
]

const question = await questionById('reg-0001')
if (!question) throw new Error('The bank has no reg-0001 to practise on.')

const passwordHash = await hashPassword(PASSWORD)
for (const { id, name, days } of READERS) {
  const email = `${id}@example.org`
  await putSampleUser(id, { email, name, passwordHash })
  await transaction(async (tx) => {
    await keepVersions(tx, [{ hash: question.contentHash, questionId: question.id, question }])
    await addAttempts(
      tx,
      days.flatMap((day, round) => attemptsOf(question, id, day, round)),
    )
  })
  process.stdout.write(`${email} · ${days.length} days of practice\n`)
}
process.stdout.write(`Password of all three: ${PASSWORD}\n`)
await closeDatabase()

/** One day's practice: an answer in words and every item, better from round to round. */
function attemptsOf(source: Question, userId: string, day: string, round: number): NewAttempt[] {
  const common = {
    userId,
    questionId: source.id,
    contentHash: source.contentHash,
    seed: 0,
    elapsedMs: 90_000,
    receivedAt: new Date(`${day}T18:00:00Z`),
  }
  const text = 'L1 gives exact zeros, L2 shrinks everything a little. I would cross-validate both.'
  const answer: NewAttempt = {
    ...common,
    id: idOf(userId, round, 0),
    itemId: `${source.id}/answer`,
    kind: 'answer',
    response: { text, skipped: false },
    confidence: Math.min(3, round + 1),
    grader: 'none',
    scoreLow: null,
    scoreHigh: null,
  }
  const graded = source.items.map((item, nth): NewAttempt => {
    const isRight = nth <= round
    const response = responseTo(item, isRight)
    const result = score(item, response)
    if ('problem' in result) throw new Error(result.problem)
    const { low, high } = result.feedback.score
    return {
      ...common,
      id: idOf(userId, round, nth + 1),
      itemId: `${source.id}/${item.id}`,
      kind: item.kind,
      response,
      confidence: null,
      grader: 'server',
      scoreLow: low,
      scoreHigh: high,
    }
  })
  return [answer, ...graded]
}

/** A ULID in form, fixed in value. */
function idOf(userId: string, round: number, nth: number): string {
  const letters = userId.toUpperCase().replace(/[^0-9A-HJKMNP-TV-Z]/g, '0')
  return `0${letters}`.padEnd(22, '0').slice(0, 22) + String(round * 100 + nth).padStart(4, '0')
}

/** A task is missed by submitting the state that it starts in. */
function responseTo(item: Question['items'][number], isRight: boolean): string | string[] {
  if (item.kind === 'task') return isRight ? item.solution : item.start
  if (item.kind === 'numeric') return String(item.answer + (isRight ? 0 : 1))
  if (item.kind === 'predict') return rightPrediction(item)
  const chosen = item.options.filter((option) => (option.right === true) === isRight)
  const ids = chosen.map(({ id }) => id)
  return item.kind === 'single' ? ids[0]! : ids
}
