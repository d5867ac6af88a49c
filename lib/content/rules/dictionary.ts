import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CSpellSettings } from 'cspell-lib'

/* The dictionaries of cspell, read when they are used: a site that only serves has none. */

/** One setting for the bank. Titles keep "Regularization", as interviewers write it. */
export const language = 'en-GB,en-US'

/** Letters, with what cspell may read as a part of a word. */
const chunks = /[\p{L}\p{M}\p{N}'’._@/:%\\-]+/gu
/**
 * The same, and whatever is not ASCII: found in half the time, and hardly one is to be looked at again. Half of all
 * words are too short to be looked up.
 */
const roughly = /[\w'.@/:%\\\u0080-\uffff-]{4,}/g
const strange = /[\u0080-\uffff]/
const code = /`[^`]*`/g

/** What is to be looked up of a text, hardly one twice; code in it is not. */
export function chunksOf(text: string): string[] {
  const chunks: string[] = []
  for (const rough of new Set(text.replaceAll(code, ' ').match(roughly))) chunks.push(...cut(rough))
  return chunks
}

const cuts = new Map<string, readonly string[]>()

/** A bank says the same words again and again. */
function cut(rough: string): readonly string[] {
  const known = cuts.get(rough)
  if (known) return known
  const parts = strange.test(rough) ? (rough.match(chunks) ?? []) : [rough]
  const long = parts.filter((part) => /\p{L}{4}/u.test(part))
  cuts.set(rough, long)
  return long
}

/** content/words.txt: a word a line, # begins a remark. A missing file is an empty list. */
export async function wordList(root: string): Promise<string[]> {
  const text = await readFile(join(root, 'content/words.txt'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)
}

type Looked = { settings: CSpellSettings; good: Set<string>; bad: Set<string> }

/** A bank says the same words again and again: each is looked up once. */
const looked = new WeakMap<readonly string[], Looked>()

function lookedUp(words: readonly string[]): Looked {
  const known = looked.get(words)
  if (known) return known
  const made = { settings: settingsOf(words), good: new Set<string>(), bad: new Set<string>() }
  looked.set(words, made)
  return made
}

/** What was found of words, each parted by spaces. */
export type Found = { good: string; bad: string }

/** What an earlier process has found: while no new word comes the dictionaries need not be loaded. */
export function recall(words: readonly string[], found: Found): void {
  const { good, bad } = lookedUp(words)
  for (const chunk of found.good.split(' ')) good.add(chunk)
  for (const chunk of found.bad.split(' ').filter(Boolean)) bad.add(chunk)
}

export function foundSoFar(words: readonly string[]): Found {
  const { good, bad } = lookedUp(words)
  return { good: [...good].join(' '), bad: [...bad].join(' ') }
}

/**
 * Which of these no dictionary has.
 * @param words that are spelt as they are: content/words.txt
 */
export async function unknownAmong(
  asked: Iterable<string>,
  words: readonly string[],
): Promise<Set<string>> {
  const { settings, good, bad } = lookedUp(words)
  const fresh = new Set<string>()
  const unknown = new Set<string>()
  for (const chunk of asked)
    if (bad.has(chunk)) unknown.add(chunk)
    else if (!good.has(chunk)) fresh.add(chunk)
  if (fresh.size === 0) return unknown
  const plain = await plainWords(settings)
  const strange = [...fresh].filter((chunk) => !plain(chunk))
  // Compounds, possessives, addresses: cspell knows them better.
  const told = await toldOf(strange.join('\n'), settings)
  for (const chunk of fresh)
    if (told.has(chunk)) {
      bad.add(chunk)
      unknown.add(chunk)
    } else good.add(chunk)
  return unknown
}

/** Whether a chunk is made of words that stand in a dictionary as they are. */
async function plainWords(settings: CSpellSettings): Promise<(chunk: string) => boolean> {
  const { combineTextAndLanguageSettings, getDefaultSettings, getDictionary, mergeSettings } =
    await import('cspell-lib')
  const whole = mergeSettings(await getDefaultSettings(true), settings)
  const all = await getDictionary(combineTextAndLanguageSettings(whole, '', ['plaintext']))
  return (chunk) =>
    (chunk.match(/[\p{L}\p{M}'’]+/gu) ?? []).every(
      (word) => all.has(word, { ignoreCase: true }) && !all.isForbidden(word),
    )
}

/** The lines in which cspell finds something. */
async function toldOf(text: string, settings: CSpellSettings): Promise<Set<string>> {
  const found = text === '' ? [] : await issuesIn('words', text, settings, false)
  const lineAt = (offset: number) => {
    const end = text.indexOf('\n', offset)
    return text.slice(text.lastIndexOf('\n', offset) + 1, end < 0 ? undefined : end)
  }
  return new Set(found.map(({ offset }) => lineAt(offset)))
}

/** Every place in a text that is not in the dictionaries, with what may have been meant. */
export function misspeltIn(path: string, text: string, words: readonly string[]) {
  return issuesIn(path, text, lookedUp(words).settings, true)
}

async function issuesIn(path: string, text: string, settings: CSpellSettings, suggest: boolean) {
  const { spellCheckDocument } = await import('cspell-lib')
  const { issues } = await spellCheckDocument(
    { uri: `file:///${path}`, text, languageId: 'plaintext', locale: language },
    { generateSuggestions: suggest, numSuggestions: 3, noConfigSearch: true },
    settings,
  )
  return issues
}

function settingsOf(words: readonly string[]): CSpellSettings {
  return {
    version: '0.2',
    language,
    words: [...words],
    // Of use only for suggestions, and a third of the time that all dictionaries take.
    dictionaries: ['!en-common-misspellings'],
    maxNumberOfProblems: 10_000,
    maxDuplicateProblems: 10_000,
    ignoreRegExpList: ['Urls', '`[^`]*`'],
  }
}
