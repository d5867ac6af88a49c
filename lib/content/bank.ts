import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { didYouMean } from './nearest.ts'
import { byPlace, type Finding, inFile, type Problem } from './problem.ts'
import type { Question, QuestionFile } from './question-file.ts'
import { readFiles } from './readings.ts'
import { type Entry, readVocabularies, type Topic, type Vocabularies } from './vocabularies.ts'

/** Everything under content/, read and checked against itself. Broken files are in `problems`. */
export type Bank = Vocabularies & {
  /** by slug, newest first, then by title; of every status */
  questions: ReadonlyMap<string, Question>
  /** every file, also those that cannot be served */
  files: readonly QuestionFile[]
  problems: readonly Problem[]
}

export type { Entry, Question, QuestionFile, Topic }

/**
 * @param root the folder that holds content/
 * @param isLean whether files let go of their texts and places until somebody asks for them
 */
export async function readBank(root: string, isLean = false): Promise<Bank> {
  const vocabularies = await readVocabularies(root)
  const paths = await questionPaths(root)
  const files = await readFiles(root, paths, isLean)
  const isSame =
    last?.files.length === files.length &&
    files.every((file, nth) => file === last?.files[nth]) &&
    JSON.stringify(last.words) === JSON.stringify(wordsOf(vocabularies))
  if (!last || !isSame)
    last = { files, words: wordsOf(vocabularies), bank: assemble(files, vocabularies) }
  return last.bank
}

/** Who asks again gets the same bank while nothing has changed. */
let last: { files: QuestionFile[]; words: unknown; bank: Bank } | undefined

function wordsOf({ topics, roles, companies, skills, problems }: Vocabularies) {
  return [...[topics, roles, companies, skills].map((list) => [...list]), problems]
}

/** The part of reading that touches no disk. */
export function assemble(files: readonly QuestionFile[], vocabularies: Vocabularies): Bank {
  // Not copied: a copy would look up every text.
  const sound = files.filter((file): file is Sound => file.question !== null)
  const questions = new Map(
    sound
      .map((file) => file.question)
      .toSorted((a, b) => order(b.updated, a.updated) || order(a.title, b.title))
      .map((question) => [question.slug, question] as const),
  )
  const holders = holdersOf(sound)
  const problems = [
    ...vocabularies.problems,
    ...files.flatMap((file) => file.problems),
    ...sound.flatMap((file) => inFile(file.path, unknownWords(file, vocabularies))),
    ...sound.flatMap((file) => inFile(file.path, references(file, holders))),
  ]
  return { ...vocabularies, questions, files, problems: problems.toSorted(byPlace) }
}

/** Paths from the root, in a fixed order. A missing folder is an empty bank. */
export async function questionPaths(root: string): Promise<string[]> {
  const folder = 'content/questions'
  const names = await readdir(join(root, folder), { recursive: true }).catch(() => [])
  return names
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => join(folder, name))
    .toSorted()
}

type Sound = QuestionFile & { question: Question }

/** Words that must stand in the YAML files of content/. The file's own YAML is read where one does not. */
function unknownWords(file: Sound, { topics, roles, companies }: Vocabularies) {
  const { question } = file
  const findings: Finding[] = []
  const lists = { topic: topics, role: roles, company: companies }
  const known = (word: string, what: keyof typeof lists, at: PropertyKey[]) => {
    if (!lists[what].has(word))
      findings.push({
        ...file.yaml.placeOf(at),
        rule: `tags/unknown-${what}`,
        message: `“${word}” is not in content/${what === 'company' ? 'companies' : `${what}s`}.yaml`,
        ...didYouMean(word, lists[what].keys()),
      })
  }
  known(question.topic, 'topic', ['topic'])
  question.roles.forEach((role, index) => known(role, 'role', ['roles', index]))
  question.encounters.forEach(({ company, role }, index) => {
    known(company, 'company', ['encounters', index, 'company'])
    known(role, 'role', ['encounters', index, 'role'])
  })
  return findings
}

/** Who has an id, and who an address, in the order of the files. */
type Holders = { ids: ReadonlyMap<string, Sound[]>; addresses: ReadonlyMap<string, Sound[]> }

function holdersOf(files: readonly Sound[]): Holders {
  const ids = new Map<string, Sound[]>()
  const addresses = new Map<string, Sound[]>()
  const add = (to: Map<string, Sound[]>, key: string, file: Sound) =>
    to.set(key, [...(to.get(key) ?? []), file])
  for (const file of files) {
    const { id, slug, aliases } = file.question
    add(ids, id, file)
    for (const address of new Set([slug, ...aliases])) add(addresses, address, file)
  }
  return { ids, addresses }
}

/** Ids and addresses are unique in the bank, and what is named exists. */
function references(file: Sound, { ids, addresses }: Holders): Finding[] {
  const { question, path } = file
  const findings: Finding[] = []
  const otherIn = (list: readonly Sound[] | undefined) => list?.find((other) => other.path !== path)
  const twin = otherIn(ids.get(question.id))
  if (twin)
    findings.push({
      ...file.yaml.placeOf(['id']),
      rule: 'ids/duplicate',
      message: `id “${question.id}” is also that of ${twin.path}`,
    })
  const own = [question.slug, ...question.aliases]
  own.forEach((address, index) => {
    const holder = otherIn(addresses.get(address))
    if (holder)
      findings.push({
        ...file.yaml.placeOf(index === 0 ? [] : ['aliases', index - 1]),
        rule: 'ids/duplicate-address',
        message: `/questions/${address} is also the address of ${holder.path}`,
      })
  })
  for (const list of ['prerequisites', 'related'] as const)
    question[list].forEach((id, index) => {
      if (otherIn(ids.get(id))) return
      findings.push({
        ...file.yaml.placeOf([list, index]),
        rule: 'ids/unknown',
        message:
          id === question.id ? 'a question cannot name itself' : `there is no question “${id}”`,
        ...didYouMean(
          id,
          [...ids.keys()].filter((each) => each !== question.id),
        ),
      })
    })
  return findings
}

/** By code units, so that the order does not depend on the machine's language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
