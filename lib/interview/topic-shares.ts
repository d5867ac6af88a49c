import type { Bank, BankQuestion } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { candidates, countsFor } from './candidates.ts'
import type { Plan } from './choose.ts'

/** What a topic that was asked for has of an interview. */
export type TopicShare = {
  topic: string
  minutes: number
  /** it is all that there is, and less than its weight asks for: others have the rest of its time */
  isAll: boolean
}

/** In the order of the blueprint; none where no time is shared out. */
export function topicShares(
  blueprint: Blueprint,
  seed: number,
  bank: Bank,
  seen: ReadonlySet<string>,
  plan: Plan,
): TopicShare[] {
  const { topics } = blueprint
  const weights = Object.values(topics).reduce((sum, weight) => sum + weight, 0)
  if (Object.keys(topics).length < 2) return []
  const byId = new Map(bank.map((question) => [question.id, question]))
  const open = candidates(blueprint, seed, bank, seen)
  return Object.entries(topics).map(([topic, weight]) => {
    const isOwn = (question: BankQuestion) => countsFor(question, topics) === topic
    const minutes = sum(plan.items.filter(({ questionId }) => isOwn(byId.get(questionId)!)))
    const there = sum(open.filter(({ question }) => isOwn(question)))
    const isAll = there <= minutes + 1e-9 && minutes < (plan.minutes * weight) / weights - 1e-9
    return { topic, minutes, isAll }
  })
}

function sum(list: readonly { minutes: number }[]): number {
  return list.reduce((all, { minutes }) => all + minutes, 0)
}
