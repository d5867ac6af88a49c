import { notFound, permanentRedirect } from 'next/navigation'
import type { Neighbour } from '#app/_question/neighbours.tsx'
import type { Crumb, Fact } from '#app/_question/question-header.tsx'
import { companies, questions, roles, topics, type Question } from '#lib/content/questions.ts'
import { asked } from '#lib/quiz/grade/item.ts'

const LEVELS = { intern: 'Intern', mid: 'Mid', senior: 'Senior' }

/** By slug; an old slug answers with 308, an unknown one with 404. */
export async function findQuestion(slug: string): Promise<Question> {
  const all = await questions()
  const question = all.get(slug)
  if (question) return question
  const moved = [...all.values()].find(({ aliases }) => aliases.includes(slug))
  if (moved) permanentRedirect(`/questions/${moved.slug}`)
  notFound()
}

/** From the widest topic to the question's own. */
export async function trailOf(question: Question): Promise<Crumb[]> {
  const all = await topics()
  const trail: Crumb[] = []
  for (let topic = all.get(question.topic); topic; topic = all.get(topic.parent ?? '')) {
    trail.unshift({ title: topic.title, href: `/topics/${topic.id}` })
  }
  return trail
}

/** Asked at, role, level, time. A company only with evidence. */
export async function factsOf({ encounters, levels, minutes, ...question }: Question) {
  const [met] = encounters
  const company = met && (await companies()).get(met.company)?.title
  const names = await roles()
  const asRole = met ? [met.role] : question.roles
  const facts: Fact[] = [
    { name: 'Role', value: asRole.map((id) => names.get(id)?.title ?? id).join(', ') },
    {
      name: 'Level',
      value: (met?.level ? [met.level] : levels).map((id) => LEVELS[id]).join(', '),
      isTelling: true,
    },
    { name: 'Time', value: `${minutes} min` },
  ]
  return company ? [{ name: 'Asked at', value: company, isTelling: true }, ...facts] : facts
}

/** Key points as the rubric asks for them. Cues stay on the server. */
export function askedPoints({ keyPoints }: Question) {
  return keyPoints.map(({ id, text, weight, must, from }) => ({ id, text, weight, must, from }))
}

/**
 * The items without keys, and the seed of their options' order: one for all, since the page is.
 * @param placed ids of those that stand in the prose
 */
export function askedItems({ items, contentHash }: Question, placed: readonly string[]) {
  const seed = Number.parseInt(contentHash.slice(0, 7), 16)
  const others = items.filter(({ id }) => !placed.includes(id))
  const shown = others.map((item) => asked(item, seed)).filter((item) => item.kind !== 'predict')
  return { seed, items: shown }
}

export async function relatedTo({ related }: Question): Promise<Question[]> {
  return [...(await questions()).values()].filter(({ id }) => related.includes(id))
}

/** The key points that follow-ups name, by id. */
export function followedPoints({ followUps, keyPoints }: Question) {
  const named = new Set(followUps.flatMap(({ when, expects }) => [when.split(':')[1], ...expects]))
  return Object.fromEntries(
    keyPoints.filter(({ id }) => named.has(id)).map(({ id, text, from }) => [id, { text, from }]),
  )
}

/** The questions before and after it: topic by topic as in the tree of topics, each by its title. */
export async function neighboursOf({ id }: Question) {
  const order = await inOrder()
  const at = order.findIndex((each) => each.id === id)
  const seen = (question: Question | undefined): Neighbour | null =>
    question ? { title: question.title, href: `/questions/${question.slug}` } : null
  return { before: seen(order[at - 1]), after: seen(order[at + 1]) }
}

/** Sorted once for each state of the content: thousands of pages ask for it, each for two of thousands. */
async function inOrder(): Promise<readonly Question[]> {
  const of = await questions()
  if (sorted?.of === of) return sorted.order
  const tree = [...(await topics()).keys()]
  const { compare } = new Intl.Collator('en')
  const order = [...of.values()].toSorted(
    (a, b) => tree.indexOf(a.topic) - tree.indexOf(b.topic) || compare(a.title, b.title),
  )
  sorted = { of, order }
  return order
}

let sorted: { of: unknown; order: readonly Question[] } | undefined
