import 'server-only'
import { questions, topics as allTopics } from '#lib/content/questions.ts'
import { gradedAttempts } from '#lib/db/history.ts'
import type { InterviewRow } from '#lib/db/interview.ts'
import { evidence, forMastery, type Graded } from '#lib/learning/evidence.ts'
import { compared, type Mastery, masteryOf } from '#lib/learning/mastery.ts'
import { gradedOf } from './open-progress.ts'
import { readSettings } from './settings.ts'

/** A topic of an interview, before it and after it. By machine-checked answers alone. */
export type TopicChange = {
  id: string
  title: string
  /** of the interview's questions, those on it */
  questionIds: string[]
  /** that count, with the interview's own */
  answers: number
  /** null for fewer than four answers */
  before: Mastery | null
  after: Mastery | null
  /** null where there is no estimate on both sides */
  change: ReturnType<typeof compared> | null
}

/**
 * What is known of an interview's topics at its end, with and without it: both at the same moment, so
 * that nothing but the interview makes the difference.
 * @param own ids of the attempts that came of it
 */
export async function topicChanges(
  { userId, closedAt }: InterviewRow & { closedAt: Date },
  questionIds: ReadonlySet<string>,
  own: ReadonlySet<string>,
): Promise<TopicChange[]> {
  const [rows, settings, bank, tree] = await Promise.all([
    gradedAttempts(userId),
    readSettings(userId),
    questions(),
    allTopics(),
  ])
  const topicOf = new Map([...bank.values()].map(({ id, topic }) => [id, topic]))
  const known = rows.filter(
    ({ receivedAt, grader }) => receivedAt <= closedAt && grader === 'server',
  )
  const count = (list: typeof rows) => forMastery(evidence(list.map(gradedOf), settings.timeZone))
  const after = count(known)
  const before = count(known.filter(({ id }) => !own.has(id)))
  const mine = new Set([...questionIds].flatMap((id) => topicOf.get(id) ?? []))
  return [...tree.values()]
    .filter(({ id }) => mine.has(id))
    .map(({ id, title }) => {
      const of = (list: Graded[]) =>
        list.filter(({ itemId }) => topicOf.get(itemId.slice(0, itemId.indexOf('/'))) === id)
      const [then, now] = [masteryOf(of(before), closedAt), masteryOf(of(after), closedAt)]
      const change = then && now && compared(then, now)
      const asked = [...questionIds].filter((each) => topicOf.get(each) === id)
      const answers = of(after).length
      return { id, title, questionIds: asked, answers, before: then, after: now, change }
    })
    .filter(({ answers }) => answers > 0)
}
