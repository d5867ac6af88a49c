import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { questions } from '#lib/content/questions.ts'
import type { NewVersion } from '#lib/db/content-version.ts'
import { versionsOf } from '#lib/db/history.ts'
import { answerSchema } from './attempt-entry.ts'
import { type Gradable, type Grade, gradeAttempt, readGradable } from './grade-attempt.ts'
import type { ExportedFile } from './import-file.ts'
import type { Names } from './import-names.ts'
import { isUnknown, unknownVersion } from './unknown-version.ts'

type FileAttempt = ExportedFile['attempts'][number]

export type Versions = ReadonlyMap<string, NewVersion>
/** What an answer is worth here; what cannot be read; or the file's own word, where its question is unknown. */
export type Verdict = Grade | 'unreadable' | 'as-given'

/**
 * The versions of questions that a file names, and each of its answers graded by them. Done before any
 * row is locked, and in small pieces: a history may hold thousands, some of them solved numerically.
 * @param names what is here already is not graded, and what comes twice once
 */
export async function gradesOf(
  file: ExportedFile,
  names: Names,
): Promise<{ versions: Versions; verdicts: ReadonlyMap<string, Verdict> }> {
  const versions = await knownVersions(file)
  const answers = new Map(file.attempts.map((each) => [each.id, each]))
  const read = reader(versions)
  const verdicts = new Map<string, Verdict>()
  const fresh = [...answers.values()].filter(({ id }) => !names.isHere(id))
  for (const [nth, each] of fresh.entries()) {
    if (nth % AT_ONCE === 0) await setImmediate()
    verdicts.set(each.id, judge(each, answers, read))
  }
  return { versions, verdicts }
}

/** Answers that are graded before others have their turn. */
const AT_ONCE = 20

/**
 * The questions as they were answered: today's where it is the same file, else what is kept here. A
 * version that this site has never had gets a row that says so; the file's own word is not taken for it,
 * since versions are everybody's.
 */
async function knownVersions(file: ExportedFile): Promise<Versions> {
  const named = [...file.attempts, ...file.interviews.flatMap(({ items }) => items)]
  const wanted = new Map(named.map((each) => [each.contentHash, each.questionId]))
  const kept = await versionsOf([...wanted.keys()])
  const bank = new Map([...(await questions()).values()].map((each) => [each.id, each]))
  return new Map(
    [...wanted].map(([hash, questionId]) => {
      const current = bank.get(questionId)
      const question =
        current?.contentHash === hash
          ? current
          : (kept.get(hash) ?? unknownVersion(questionId, current))
      return [hash, { hash, questionId, question: question as object }]
    }),
  )
}

type Read = (hash: string) => { questionId: string; question: Gradable | null }

/** Reads each version once. `null` is one that this site has never had. */
function reader(versions: Versions): Read {
  const done = new Map<string, ReturnType<Read>>()
  return (hash) => {
    const known = done.get(hash)
    if (known) return known
    const { questionId, question } = versions.get(hash)!
    const read = { questionId, question: isUnknown(question) ? null : readGradable(question) }
    done.set(hash, read)
    return read
  }
}

function judge(each: FileAttempt, answers: ReadonlyMap<string, FileAttempt>, read: Read): Verdict {
  const { questionId, question } = read(each.contentHash)
  const [owner, name = ''] = each.itemId.split('/')
  if (owner !== each.questionId || questionId !== each.questionId) return 'unreadable'
  if (question === null) return isShowable(each) ? 'as-given' : 'unreadable'
  const text = name === 'rubric' ? quotedText(each, answers) : null
  const graded = gradeAttempt(question, name, each.response, text, each.seed)
  return 'problem' in graded ? 'unreadable' : graded
}

/** Answers in words are shown as they are: they must be words. */
function isShowable({ kind, response }: FileAttempt): boolean {
  return !['answer', 'again'].includes(kind) || answerSchema.safeParse(response).success
}

function quotedText(rubric: FileAttempt, answers: ReadonlyMap<string, FileAttempt>) {
  const { answerId } = (rubric.response ?? {}) as { answerId?: unknown }
  const answer = typeof answerId === 'string' ? answers.get(answerId) : undefined
  const parsed = answerSchema.safeParse(answer?.response)
  return parsed.success ? parsed.data.text : null
}
