import { type QuestionFile, type Sound, unknownWords } from './bank.ts'
import { type Head, headIn, headOf } from './catalogue.ts'
import type { Link } from './outline.ts'
import type { Finding } from './problem.ts'
import { readProse } from './prose.ts'
import { cueStems, lastWords, stemsAmong } from './rules/cue-stems.ts'
import { unknownAmong } from './rules/dictionary.ts'
import { items } from './rules/items.ts'
import { keyPoints } from './rules/key-points.ts'
import type { Page, Rule } from './rules/page.ts'
import { shortAnswer } from './rules/short-answer.ts'
import { spelling, spelt } from './rules/spelling.ts'
import { tags } from './rules/tags.ts'
import { unfinished } from './rules/unfinished.ts'
import { variants } from './rules/variants.ts'
import { solvedRules } from './solve.ts'
import type { Vocabularies } from './vocabularies.ts'

/**
 * What a file says by itself, and what others have to know of it: plain data, which hangs on the file, the
 * lists of words and the rules alone.
 */
export type Verdict = {
  /** null for a file without an id */
  head: Head | null
  /** whether its front matter can be read; if not, that is enough for now */
  isSound: boolean
  findings: Finding[]
  links: Link[]
  anchors: string[]
  /** to be looked up in the dictionaries, parted by spaces, and what cues end in; nothing once that is done */
  words: string
  ends: string[]
}

const rules: readonly Rule[] = [
  keyPoints,
  items,
  tags,
  shortAnswer,
  ...solvedRules,
  variants,
  unfinished,
]

/** The rules see only what can be read: a broken text says so, and that is enough for now. */
export function judge(file: QuestionFile, vocabularies: Vocabularies): Verdict {
  const { problems, question } = file
  const head = question ? headIn(question) : headOf(file.path, file.text)
  const nothing = { head, links: [], anchors: [], words: '', ends: [] }
  if (!question) return { ...nothing, isSound: false, findings: [...problems] }
  const findings: Finding[] = [...problems, ...unknownWords(file as Sound, vocabularies)]
  const page = pageOf(file as Sound)
  const { prose } = page
  findings.push(...prose.findings)
  // What cannot be parsed has no figures and no short answer either: that would only be noise.
  if (prose.findings.some(({ rule }) => rule === 'prose/syntax'))
    return { ...nothing, isSound: true, findings }
  for (const rule of rules) findings.push(...rule(page, vocabularies))
  const words = spelt(page).join(' ')
  const ends = lastWords(question).map(({ stem }) => stem)
  const { links, anchors } = prose
  return { head, isSound: true, findings, links, anchors: [...anchors], words, ends }
}

function pageOf({ question, yaml }: Sound): Page {
  return { question, yaml, prose: readProse(question) }
}

/** Words that are in no dictionary: the file itself is looked at only where there is one. */
export async function spellingOf(
  { words: used, ends }: Verdict,
  read: () => Promise<Sound> | Sound,
  words: readonly string[],
): Promise<Finding[]> {
  const isMisspelt = (await unknownAmong(used.split(' '), words)).size > 0
  const hasStems = (await stemsAmong(ends, words)).size > 0
  if (!isMisspelt && !hasStems) return []
  const file = await read()
  return [
    ...(isMisspelt ? await spelling(pageOf(file), words) : []),
    ...(hasStems ? await cueStems(file, words) : []),
  ]
}
