import type { Bank } from './bank.ts'
import type { Kind, Level } from './front-matter.ts'
import { nearest } from './nearest.ts'
import type { Listed, Unread } from './question-list.ts'
import { content, likeness } from './rules/titles.ts'
import { nextId, slugFor, type Start, titleFor } from './stub.ts'

export type Draft = { path: string; start: Start; line: number }

export type Plan = {
  drafts: Draft[]
  /** what could not be read or was not taken, and why, in the order of the file */
  left: Unread[]
  /** that drafts were made, and what of the list is not in them */
  notes: string[]
}

type Settings = {
  topic?: string | undefined
  authors: string[]
  updated: string
  source?: string | undefined
}

/** What would be written for a list, and what would not; the bank is only looked at. */
export function planImport(
  listed: readonly Listed[],
  unread: readonly Unread[],
  bank: Bank,
  settings: Settings,
): Plan {
  const drafts: Draft[] = []
  const left = [...unread]
  const titles = [...bank.questions.values()].map(({ title, path }) => ({ title, path }))
  const addresses = new Set(
    [...bank.questions.values()].flatMap(({ slug, aliases }) => [slug, ...aliases]),
  )
  const paths = new Set(bank.files.map(({ path }) => path))
  for (const each of listed) {
    const leave = (why: string) =>
      left.push({ line: each.line, column: each.column, text: each.asked, why })
    const title = titleFor(each.asked)
    const topic = topicOf(each, bank) ?? settings.topic
    const twin = titles.find((other) => likeness(content(title), content(other.title)) >= 0.75)
    const slug = slugFor(title)
    const path = `content/questions/${topic}/${slug}.mdx`
    if (!topic) leave('its topic is not known: give --topic')
    else if (twin) leave(`nearly the title of ${twin.path}`)
    else if (addresses.has(slug) || paths.has(path)) leave(`/questions/${slug} is there already`)
    else {
      const id = nextId(
        topic,
        bank,
        drafts.map(({ start }) => start.id),
      )
      drafts.push({
        path,
        line: each.line,
        start: startOf(each, { id, title, topic }, bank, settings),
      })
      titles.push({ title, path })
      addresses.add(slug)
    }
  }
  return { drafts, left: left.toSorted((a, b) => a.line - b.line), notes: notesOn(listed, drafts) }
}

function startOf(
  each: Listed,
  known: { id: string; title: string; topic: string },
  { roles }: Bank,
  { authors, updated, source }: Settings,
): Start {
  const level = levelIn(column(each, /level|difficulty|seniority/i) ?? each.mark ?? '')
  const role = nearestIn(column(each, /role|position|job/i), roles)
  return {
    ...known,
    asked: each.asked,
    levels: [level ?? 'mid'],
    roles: [role ?? 'data-scientist'],
    kind: kindOf(each.asked),
    authors,
    updated,
    source: each.source ?? source,
  }
}

/** A column of the table first, then the headings, the nearest first. */
function topicOf(each: Listed, { topics }: Bank): string | undefined {
  const said = [column(each, /topic|category|area|subject|section/i), ...each.under.toReversed()]
  for (const text of said) {
    const found = nearestIn(text, topics)
    if (found) return found
  }
  return undefined
}

function column({ columns }: Listed, name: RegExp): string | undefined {
  return Object.entries(columns).find(([key]) => name.test(key))?.[1]
}

/** By id, by title, or by a title that stands within the text; a slip of the pen is allowed. */
function nearestIn(
  text: string | undefined,
  entries: ReadonlyMap<string, { title: string }>,
): string | undefined {
  if (!text) return undefined
  const plain = (value: string) =>
    ` ${value
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()} `.replaceAll('isation', 'ization')
  const named = [...entries].map(([id, { title }]) => ({ id, names: [plain(id), plain(title)] }))
  const within = named.find(({ names }) => names.some((name) => plain(text).includes(name)))
  if (within) return within.id
  const near = nearest(
    plain(text).trim(),
    named.flatMap(({ names }) => names.map((name) => name.trim())),
  )
  return named.find(({ names }) => near !== null && names.includes(` ${near} `))?.id
}

function levelIn(text: string): Level | undefined {
  if (/intern|junior|entry|easy|beginner|👶/i.test(text)) return 'intern'
  if (/mid|medium|intermediate|⭐/i.test(text)) return 'mid'
  return /senior|hard|advanced|expert|staff|🚀/i.test(text) ? 'senior' : undefined
}

function kindOf(asked: string): Kind {
  if (/^(derive|prove|show that)\b/i.test(asked)) return 'derivation'
  return /^(suppose|assume|you (are|have)|given)\b/i.test(asked) ? 'case' : 'concept'
}

function notesOn(listed: readonly Listed[], drafts: readonly Draft[]): string[] {
  const lines = new Set(drafts.map(({ line }) => line))
  const taken = listed.filter(({ line }) => lines.has(line))
  const answered = taken.filter(({ hasAnswer }) => hasAnswer).length
  const named = taken.filter((each) => column(each, /company|companies|asked (at|by)/i)).length
  return [
    ...(answered > 0
      ? [`${answered} had an answer in the list, which was not taken: it is somebody else’s.`]
      : []),
    ...(named > 0
      ? [`${named} named a company, which was left out: an encounter needs its evidence.`]
      : []),
  ]
}
