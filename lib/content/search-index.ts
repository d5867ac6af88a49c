import { makeEngine, type Engine } from '#lib/search/engine.ts'
import type { Findable } from '#lib/search/entry.ts'
import { pack, type Packed } from '#lib/search/pack.ts'
import { bank, companies, type Question, questions, topics } from './questions.ts'
import { synonyms } from './synonyms.ts'

/** The search index of the bank as it is, packed for a browser; made once for each state of the content. */
export async function searchIndex(): Promise<Packed> {
  return (await made()).packed
}

/** The same index at work on the server: who searches without JavaScript finds the same. */
export async function searchEngine(): Promise<Engine> {
  return (await made()).engine
}

let kept: { of: unknown; index: Promise<{ packed: Packed; engine: Engine }> } | undefined

async function made() {
  const of = await bank()
  if (kept?.of !== of) kept = { of, index: make() }
  return kept.index
}

async function make() {
  const all = [...(await questions()).values()]
  const packed = pack(await Promise.all(all.map(findable)), await synonyms())
  return { packed, engine: makeEngine(packed) }
}

/** What is searched of a question: what it asks and says, and what it is filed under. */
async function findable(question: Question): Promise<Findable> {
  const { id, slug, title, topic, levels, roles, kind, minutes, summary, keyPoints } = question
  const all = await topics()
  const trail: string[] = []
  for (let at = all.get(topic); at; at = all.get(at.parent ?? '')) trail.push(at.title)
  const names = await companies()
  const met = [...new Set(question.encounters.map(({ company }) => company))]
  const tags = [...trail, kind, ...met.map((company) => names.get(company)?.title ?? company)]
  return {
    id,
    slug,
    title,
    topic,
    levels,
    roles,
    kind,
    minutes,
    summary,
    companies: met,
    figure: question.body.includes('<Demo '),
    tags: tags.join(', '),
    points: keyPoints.map(({ text }) => text).join(' '),
  }
}
