import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bank, type Entry, type Question, readBank, type Topic } from './bank.ts'
import { ContentError, errorsAmong } from './problem.ts'
import { questionPaths } from './question-paths.ts'
import { keepReadings } from './readings.ts'

export type { Entry, Question, Topic }

/**
 * By slug, newest first, then by title: what a list page shows as it is. Published ones; drafts
 * too while developing.
 * @throws ContentError if any file of content/ is broken, with every place that is
 */
export async function questions(): Promise<ReadonlyMap<string, Question>> {
  return (await views()).shown
}

/** By slug: asked no more, but not forgotten. */
export async function retiredQuestions(): Promise<ReadonlyMap<string, Question>> {
  return (await views()).retired
}

export async function questionById(id: string): Promise<Question | null> {
  return (await views()).byId.get(id) ?? null
}

/** Every page asks for these, and of thousands of questions each: made once for each state of the content. */
async function views() {
  const of = await bank()
  if (looked?.of !== of) {
    const all = [...of.questions]
    const shown = all.filter(([, { status }]) => isShown(status))
    looked = {
      of,
      shown: new Map(shown),
      retired: new Map(all.filter(([, { status }]) => status === 'retired')),
      byId: new Map(shown.map(([, question]) => [question.id, question])),
    }
  }
  return looked
}

type Views = Record<'shown' | 'retired' | 'byId', ReadonlyMap<string, Question>>
let looked: (Views & { of: Bank }) | undefined

export async function topics(): Promise<ReadonlyMap<string, Topic>> {
  return (await bank()).topics
}

export async function roles(): Promise<ReadonlyMap<string, Entry>> {
  return (await bank()).roles
}

export async function companies(): Promise<ReadonlyMap<string, Entry>> {
  return (await bank()).companies
}

/** Read once a process; while developing again after a file has changed. */
export async function bank(): Promise<Bank> {
  const version = process.env.NODE_ENV === 'development' ? await versionOfFiles() : 'fixed'
  if (kept?.version !== version) kept = { version, bank: read() }
  const found = await kept.bank
  const errors = errorsAmong(found.problems)
  if (errors.length > 0) throw new ContentError(errors)
  return found
}

async function read(): Promise<Bank> {
  const whole = await readBank(root(), true)
  await keepReadings(root(), whole.files)
  return whole
}

let kept: { version: string; bank: Promise<Bank> } | undefined

function isShown(status: Question['status']): boolean {
  return status === 'published' || (status === 'draft' && process.env.NODE_ENV === 'development')
}

/** Times and sizes of all files of content/: cheap, and it changes with every save. */
async function versionOfFiles(): Promise<string> {
  const lists = ['topics', 'roles', 'companies', 'skills'].map((name) => `content/${name}.yaml`)
  const paths = [...(await questionPaths(root())), ...lists]
  const stats = await Promise.all(
    paths.map((path) => stat(join(/*turbopackIgnore: true*/ root(), path)).catch(() => null)),
  )
  return paths.map((path, nth) => `${path} ${stats[nth]?.mtimeMs} ${stats[nth]?.size}`).join('\n')
}

function root(): string {
  return process.cwd()
}
