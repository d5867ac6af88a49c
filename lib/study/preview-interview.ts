import 'server-only'
import { answeredQuestions } from '#lib/db/interview.ts'
import { topics } from '#lib/content/questions.ts'
import type { Blueprint } from '#lib/interview/blueprint.ts'
import { choose, type Plan } from '#lib/interview/choose.ts'
import { type Form, formOf, FORMS } from '#lib/interview/form.ts'
import type { Shortage } from '#lib/interview/shortage.ts'
import { type TopicShare, topicShares } from '#lib/interview/topic-shares.ts'
import { interviewBank } from './interview-bank.ts'

/** What an interview would consist of, without saying which questions. */
export type Preview = {
  items: number
  minutes: number
  forms: FormCount[]
  /** minutes of each, where time is shared out among several */
  topics: (TopicShare & { title: string })[]
  shortage: Shortage | null
}

export type FormCount = { form: Form; items: number }

/** @param userId whose history `mix` looks at; null for somebody unknown, who has none */
export async function planInterview(
  userId: string | null,
  blueprint: Blueprint,
  seed: number,
): Promise<Plan> {
  return choose(blueprint, seed, await interviewBank(), await seenBy(userId, blueprint))
}

async function seenBy(userId: string | null, { mix }: Blueprint): Promise<ReadonlySet<string>> {
  return mix !== 'any' && userId !== null ? answeredQuestions(userId) : new Set<string>()
}

export async function previewInterview(
  userId: string | null,
  blueprint: Blueprint,
  seed: number,
): Promise<Preview> {
  const [bank, seen, tree] = await Promise.all([
    interviewBank(),
    seenBy(userId, blueprint),
    topics(),
  ])
  const plan = choose(blueprint, seed, bank, seen)
  const { items, minutes, shortage } = plan
  const forms = formsOf(items.map(({ kind }) => formOf(kind)))
  const shares = topicShares(blueprint, seed, bank, seen, plan).map((share) => ({
    ...share,
    title: tree.get(share.topic)?.title ?? share.topic,
  }))
  return { items: items.length, minutes, forms, topics: shares, shortage }
}

/** How many there are of each form, in the usual order. */
export function formsOf(all: readonly Form[]): FormCount[] {
  return FORMS.map((form) => ({
    form,
    items: all.filter((each) => each === form).length,
  })).filter(({ items }) => items > 0)
}
