import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { didYouMean } from './nearest.ts'
import { byPlace, type Finding, inFile, type Problem } from './problem.ts'
import { type Question, type QuestionFile, readQuestion } from './question-file.ts'
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

/** @param root the folder that holds content/ */
export async function readBank(root: string): Promise<Bank> {
  const vocabularies = await readVocabularies(root)
  const paths = await questionPaths(root)
  const files = await Promise.all(
    paths.map(async (path) => readQuestion(path, await readFile(join(root, path), 'utf8'))),
  )
  return assemble(files, vocabularies)
}

/** The part of reading that touches no disk. */
export function assemble(files: readonly QuestionFile[], vocabularies: Vocabularies): Bank {
  const sound = files.flatMap((file) =>
    file.question ? [{ ...file, question: file.question }] : [],
  )
  const questions = new Map(
    sound
      .map((file) => file.question)
      .toSorted((a, b) => order(b.updated, a.updated) || order(a.title, b.title))
      .map((question) => [question.slug, question] as const),
  )
  const problems = [
    ...vocabularies.problems,
    ...files.flatMap((file) => file.problems),
    ...sound.flatMap((file) => inFile(file.path, unknownWords(file, vocabularies))),
    ...sound.flatMap((file) => inFile(file.path, references(file, sound))),
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

/** Words that must stand in the YAML files of content/. */
function unknownWords({ question, yaml }: Sound, { topics, roles, companies }: Vocabularies) {
  const findings: Finding[] = []
  const lists = { topic: topics, role: roles, company: companies }
  const known = (word: string, what: keyof typeof lists, at: PropertyKey[]) => {
    if (!lists[what].has(word))
      findings.push({
        ...yaml.placeOf(at),
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

/** Ids and addresses are unique in the bank, and what is named exists. */
function references({ question, yaml, path }: Sound, files: readonly Sound[]): Finding[] {
  const findings: Finding[] = []
  const others = files.filter((file) => file.path !== path)
  const twin = others.find((file) => file.question.id === question.id)
  if (twin)
    findings.push({
      ...yaml.placeOf(['id']),
      rule: 'ids/duplicate',
      message: `id “${question.id}” is also that of ${twin.path}`,
    })
  const addresses = [question.slug, ...question.aliases]
  addresses.forEach((address, index) => {
    const holder = others.find(({ question: { slug, aliases } }) =>
      [slug, ...aliases].includes(address),
    )
    if (holder)
      findings.push({
        ...yaml.placeOf(index === 0 ? [] : ['aliases', index - 1]),
        rule: 'ids/duplicate-address',
        message: `/questions/${address} is also the address of ${holder.path}`,
      })
  })
  for (const list of ['prerequisites', 'related'] as const)
    question[list].forEach((id, index) => {
      const ids = others.map((file) => file.question.id)
      if (!ids.includes(id))
        findings.push({
          ...yaml.placeOf([list, index]),
          rule: 'ids/unknown',
          message:
            id === question.id ? 'a question cannot name itself' : `there is no question “${id}”`,
          ...didYouMean(id, ids),
        })
    })
  return findings
}

/** By code units, so that the order does not depend on the machine's language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
