import 'server-only'
import { questions, topics, type Question, type Topic } from '#lib/content/questions.ts'
import type { Bank, BankQuestion } from '#lib/interview/bank.ts'
import { kindOfItem } from '#lib/quiz/grade/item.ts'

/** What interviews are drawn from: the published questions, in the order of their ids. */
export async function interviewBank(): Promise<Bank> {
  const [all, tree] = await Promise.all([questions(), topics()])
  return [...all.values()]
    .map((question) => entryOf(question, tree))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function entryOf(question: Question, tree: ReadonlyMap<string, Topic>): BankQuestion {
  const { id, contentHash, levels, roles, minutes, encounters, items, followUps } = question
  const always = followUps.flatMap(({ when }, nth) => (when === 'always' ? [nth] : []))
  return {
    id,
    contentHash,
    levels,
    roles,
    minutes,
    topics: withAncestors(question.topic, tree),
    encounters: encounters.map(({ company, role, level }) => ({ company, role, level })),
    items: items.map((item) => ({ id: item.id, kind: kindOfItem(item) })),
    // What was missed is not known before the answer is marked: the others would not fit.
    followUps: always,
  }
}

function withAncestors(topic: string, tree: ReadonlyMap<string, Topic>): string[] {
  const parent = tree.get(topic)?.parent
  return parent === undefined ? [topic] : [topic, ...withAncestors(parent, tree)]
}
