import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CSpellSettings } from 'cspell-lib'
import type { Finding } from '#lib/content/problem.ts'
import { attribute, isComponent, type Node, placeAt, walk } from '#lib/content/tree.ts'
import type { Page } from './page.ts'

/** One setting for the bank. Titles keep "Regularization", as interviewers write it. */
const language = 'en-GB,en-US'

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
  const { question, yaml, prose } = page
  const good = goodWords(words)
  const found = await Promise.all([
    misspelt(question.path, only(yaml.text, frontRanges(page)), words, good),
    misspelt(question.path, only(prose.text, proseRanges(page)), words, good),
  ])
  // A draft may wait for its words, as for everything else.
  return question.status === 'draft'
    ? found.flat().map((each) => ({ ...each, severity: 'warning' as const }))
    : found.flat()
}

/** Chunks of letters, with what cspell may read as part of a word. */
const chunks = /[\p{L}\p{M}\p{N}'’._@/:%`\\-]+/gu

/** cspell stops there. */
const MOST = 100

/** What the dictionaries have let pass: a bank says the same words again and again, and asking is slow. */
function goodWords(words: readonly string[]): Set<string> {
  const known = passed.get(words) ?? new Set<string>()
  passed.set(words, known)
  return known
}

const passed = new WeakMap<readonly string[], Set<string>>()

async function misspelt(
  path: string,
  text: string,
  words: readonly string[],
  good: Set<string>,
): Promise<Finding[]> {
  const unsure = text.replaceAll(chunks, (chunk) =>
    good.has(chunk) ? ' '.repeat(chunk.length) : chunk,
  )
  if (unsure.trim() === '' || !/\p{L}/u.test(unsure)) return []
  // Read when it is used: a site that only serves has no dictionary.
  const { spellCheckDocument } = await import('cspell-lib')
  const { issues } = await spellCheckDocument(
    { uri: `file:///${path}`, text: unsure, languageId: 'plaintext', locale: language },
    { generateSuggestions: true, numSuggestions: 3, noConfigSearch: true },
    settings(words),
  )
  const offsets = issues.map(({ offset }) => offset)
  const asked = [...unsure.replaceAll(/`[^`]*`/g, blank).matchAll(chunks)]
  const isTold = ({ 0: chunk, index }: { 0: string; index: number }) =>
    offsets.some((offset) => offset >= index && offset < index + chunk.length)
  // A word that is told often enough is not told again, and still is not good.
  const bad = new Set(asked.filter(isTold).map(([chunk]) => chunk))
  if (issues.length < MOST) for (const [chunk] of asked) if (!bad.has(chunk)) good.add(chunk)
  return issues.map(({ text: word, offset, suggestions = [] }) => ({
    ...placeAt(text, offset),
    rule: 'spelling/unknown-word',
    message: `“${word}” is not in the dictionary`,
    hint: `${suggestions.length > 0 ? `did you mean ${suggestions.join(', ')}? If not, ` : ''}add it to content/words.txt`,
  }))
}

/** content/words.txt: a word a line, # begins a remark. A missing file is an empty list. */
export async function wordList(root: string): Promise<string[]> {
  const text = await readFile(join(root, 'content/words.txt'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)
}

function settings(words: readonly string[]): CSpellSettings {
  return {
    version: '0.2',
    language,
    words: [...words],
    maxNumberOfProblems: MOST,
    ignoreRegExpList: ['Urls', '`[^`]*`'],
  }
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
