import type { Finding } from '#lib/content/problem.ts'
import { attribute, isComponent, type Node, placeAt, walk } from '#lib/content/tree.ts'
import { chunksOf, misspeltIn, unknownAmong } from './dictionary.ts'
import type { Page } from './page.ts'

/** Front matter that is no prose: names, and cues, which candidates spell as they do. */
const unspelt = new Set([
  'id',
  'aliases',
  'topic',
  'levels',
  'roles',
  'kind',
  'cues',
  'demo',
  'state',
  'shows',
  'start',
  'check',
  'solution',
  'hold',
  'when',
  'expects',
  'encounters',
  'prerequisites',
  'related',
  'url',
  'status',
  'authors',
  'updated',
  'unit',
])

type Range = { from: number; to: number }

/** Words that neither cspell's dictionaries nor content/words.txt know. */
export async function spelling(page: Page, words: readonly string[]): Promise<Finding[]> {
  const unknown = await unknownAmong(spelt(page), words)
  if (unknown.size === 0) return []
  const { question, yaml, prose } = page
  const found = await Promise.all([
    misspelt(question.path, only(yaml.text, frontRanges(page)), words),
    misspelt(question.path, only(prose.text, proseRanges(page)), words),
  ])
  // A draft may wait for its words, as for everything else.
  return question.status === 'draft'
    ? found.flat().map((each) => ({ ...each, severity: 'warning' as const }))
    : found.flat()
}

/** All that is to be looked up of a page, hardly one twice. */
export function spelt(page: Page): string[] {
  const { yaml, prose } = page
  const body = proseRanges(page).map(({ from, to }) => prose.text.slice(from, to))
  const texts: string[] = []
  addTexts(yaml.value, texts)
  return chunksOf([...texts, ...body].join('\n\n'))
}

/** Of front matter, as it is read: where they stand is asked for when one of them is unknown. */
function addTexts(value: unknown, to: string[]): void {
  if (typeof value === 'string') to.push(value)
  else if (Array.isArray(value)) for (const each of value) addTexts(each, to)
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) if (!unspelt.has(key)) addTexts(each, to)
}

async function misspelt(path: string, text: string, words: readonly string[]): Promise<Finding[]> {
  const issues = await misspeltIn(path, text, words)
  return issues.map(({ text: word, offset, suggestions = [] }) => ({
    ...placeAt(text, offset),
    rule: 'spelling/unknown-word',
    message: `“${word}” is not in the dictionary`,
    hint: `${suggestions.length > 0 ? `did you mean ${suggestions.join(', ')}? If not, ` : ''}add it to content/words.txt`,
  }))
}

function frontRanges({ yaml }: Page): Range[] {
  return yaml.texts().filter(({ path }) => !path.some((key) => unspelt.has(key)))
}

function proseRanges({ prose }: Page): Range[] {
  const ranges: Range[] = []
  const add = (node: { position?: Node['position'] } | undefined) => {
    const [from, to] = [node?.position?.start.offset, node?.position?.end.offset]
    if (from !== undefined && to !== undefined) ranges.push({ from, to })
  }
  walk(prose.tree, (node) => {
    if (node.type === 'text') add(node)
    if (isComponent(node)) add(attribute(node, 'title'))
  })
  return ranges
}

/** The text with everything outside of the ranges blanked, so that offsets stay what they were. */
function only(text: string, ranges: readonly Range[]): string {
  const sorted = ranges.toSorted((a, b) => a.from - b.from)
  let at = 0
  let result = ''
  for (const { from, to } of sorted) {
    result += blank(text.slice(at, Math.max(at, from))) + text.slice(Math.max(at, from), to)
    at = Math.max(at, to)
  }
  return result + blank(text.slice(at))
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ')
}
