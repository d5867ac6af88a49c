import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { type FrontMatter, frontMatterSchema } from './front-matter.ts'
import { didYouMean } from './nearest.ts'
import { byPlace, errorsAmong, type Finding, inFile, type Problem } from './problem.ts'
import { YamlFile } from './yaml-file.ts'

export type Question = FrontMatter & {
  /** the file's name, unique in the bank */
  slug: string
  /** from the root of the project */
  path: string
  /** SHA-256 (hex) of the file with LF line ends */
  contentHash: string
  /** the MDX below the front matter */
  body: string
  /** the line of the file on which the body begins, 1-based */
  bodyLine: number
}

/** A file as read: with its problems, and the question unless one of them is in the way. */
export type QuestionFile = {
  path: string
  text: string
  yaml: YamlFile
  question: Question | null
  problems: readonly Problem[]
}

/** With LF line ends, and no mark before the first. */
export function cleanText(raw: string): string {
  return raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** @param text clean */
export function frontMatterOf(text: string): YamlFile {
  return new YamlFile(split(text).front)
}

export function readQuestion(path: string, raw: string): QuestionFile {
  const text = cleanText(raw)
  const { front, body, bodyLine, findings } = split(text)
  const yaml = new YamlFile(front)
  const checked = findings.length > 0 ? { value: null, findings } : yaml.check(frontMatterSchema)
  const all = [
    ...checked.findings,
    ...(checked.value ? consistency(checked.value, path, yaml) : []),
  ]
  const problems = inFile(path, all).toSorted(byPlace)
  const sound = checked.value && errorsAmong(problems).length === 0
  const question = sound
    ? {
        ...(checked.value as FrontMatter),
        slug: basename(path, '.mdx'),
        path,
        contentHash: createHash('sha256').update(text).digest('hex'),
        body,
        bodyLine,
      }
    : null
  return { path, text, yaml, question, problems }
}

type Split = { front: string; body: string; bodyLine: number; findings: Finding[] }

/** The YAML keeps its place: the line of the opening `---` is blanked, not cut away. */
function split(text: string): Split {
  const opening = /^---[ \t]*\n/.exec(text)
  const closing = /^---[ \t]*(\n|$)/m
  const from = opening?.[0].length ?? 0
  const found = opening ? closing.exec(text.slice(from)) : null
  if (!opening || !found) {
    const message = opening
      ? 'the front matter is not closed by a line of three hyphens'
      : 'the file does not begin with front matter'
    const hint = 'front matter stands between two lines that hold only ---'
    return {
      front: '',
      body: '',
      bodyLine: 1,
      findings: [{ ...start, rule: 'schema/front-matter', message, hint }],
    }
  }
  const end = from + found.index + found[0].length
  return {
    front: ' '.repeat(from - 1) + '\n' + text.slice(from, from + found.index),
    body: text.slice(end),
    bodyLine: text.slice(0, end).split('\n').length,
    findings: [],
  }
}

const start = { line: 1, column: 1 }

/** What the schema cannot say: references from one part of the front matter to another. */
function consistency(front: FrontMatter, path: string, yaml: YamlFile): Finding[] {
  const findings: Finding[] = []
  const folder = basename(dirname(path))
  if (folder !== front.topic)
    findings.push({
      ...yaml.placeOf(['topic']),
      rule: 'schema/topic-folder',
      message: `topic “${front.topic}” in the folder “${folder}”`,
      hint: `move the file to content/questions/${front.topic}/`,
    })
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/.test(basename(path)))
    findings.push({
      ...start,
      rule: 'schema/file-name',
      message: `“${basename(path)}” cannot be an address`,
      hint: 'lower-case words joined by hyphens, then .mdx',
    })
  const keyPoints = front.keyPoints.map((each) => each.id)
  const known = (id: string, at: PropertyKey[]) => {
    if (!keyPoints.includes(id))
      findings.push({
        ...yaml.placeOf(at),
        rule: 'schema/key-point',
        message: `there is no key point “${id}”`,
        ...didYouMean(id, keyPoints),
      })
  }
  front.followUps.forEach(({ when, expects }, index) => {
    const [, id] = when.split(':')
    if (id !== undefined) known(id, ['followUps', index, 'when'])
    expects.forEach((each, nth) => known(each, ['followUps', index, 'expects', nth]))
  })
  return findings
}
