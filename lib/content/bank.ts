import { bySlug, type Catalogue, catalogueOf, references } from './catalogue.ts'
import { didYouMean } from './nearest.ts'
import { byPlace, type Finding, inFile, type Problem } from './problem.ts'
import type { Question, QuestionFile } from './question-file.ts'
import { questionPaths } from './question-paths.ts'
import { readFiles } from './readings.ts'
import { type Entry, readVocabularies, type Topic, type Vocabularies } from './vocabularies.ts'

/** Everything under content/, read and checked against itself. Broken files are in `problems`. */
export type Bank = Vocabularies &
  Omit<Catalogue, 'questions'> & {
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
  const catalogue = catalogueOf(sound.map(({ question }) => question))
  const problems = [
    ...vocabularies.problems,
    ...files.flatMap((file) => file.problems),
    ...sound.flatMap((file) => inFile(file.path, unknownWords(file, vocabularies))),
    ...sound.flatMap((file) =>
      inFile(
        file.path,
        references(file.question, () => file.yaml, catalogue),
      ),
    ),
  ]
  const questions = bySlug(sound.map(({ question }) => question))
  return { ...vocabularies, ...catalogue, questions, files, problems: problems.toSorted(byPlace) }
}

export type Sound = QuestionFile & { question: Question }

/** Words that must stand in the YAML files of content/. The file's own YAML is read where one does not. */
export function unknownWords(file: Sound, { topics, roles, companies }: Vocabularies): Finding[] {
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
