import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Problem } from './problem.ts'
import {
  cleanText,
  frontMatterOf,
  type Question,
  type QuestionFile,
  readQuestion,
} from './question-file.ts'
import { sourcesOf } from './sources.ts'
import type { YamlFile } from './yaml-file.ts'

/** What came of reading a file, as plain data: it goes to disk. */
export type Reading = {
  path: string
  /** time, size and number of the file: while they are the same, so is what was read */
  stamp: string
  question: Question | null
  problems: readonly Problem[]
}

/** From so many new readings on it is worth the time to keep them all on disk. */
const WORTH = 50

const memory = new Map<string, { stamp: string; file: QuestionFile; reading: Reading }>()

/**
 * The files as they are now. Read again is only what has changed since this process, or an earlier one
 * (.data/bank.json), has read it: of two thousand files that is one, with each save.
 * @param isLean whether texts and places are let go, to be read again where somebody asks for them
 */
export async function readFiles(
  root: string,
  paths: readonly string[],
  isLean = false,
): Promise<QuestionFile[]> {
  const stamps = await Promise.all(paths.map((path) => stampOf(root, path)))
  const isKnown = (path: string, nth: number) => memory.get(join(root, path))?.stamp === stamps[nth]
  if (!paths.every(isKnown)) adopt(root, await fromDisk(root))
  const files = await Promise.all(
    paths.map(async (path, nth) => {
      if (isKnown(path, nth)) return null
      const file = readQuestion(path, await readFile(at(root, path), 'utf8'))
      const { question, problems } = file
      const reading: Reading = { path, stamp: stamps[nth]!, question, problems }
      return { reading, file: isLean ? fileOf(root, reading) : file }
    }),
  )
  for (const each of files) {
    if (!each) continue
    const { path, stamp } = each.reading
    memory.set(join(root, path), { stamp, ...each })
    news += 1
  }
  return paths.map((path) => memory.get(join(root, path))!.file)
}

/** Read by this process, and not on disk yet. */
let news = 0

/** Puts what was read on disk for the next process, where that is worth it. */
export async function keepReadings(root: string, files: readonly QuestionFile[]): Promise<void> {
  if (news < WORTH) return
  news = 0
  await toDisk(
    root,
    readingsOf(
      root,
      files.map(({ path }) => path),
    ),
  )
}

function readingsOf(root: string, paths: readonly string[]): Reading[] {
  return paths.flatMap((path) => memory.get(join(root, path))?.reading ?? [])
}

/** What an earlier process has read. Places are looked up in the text when they are asked for. */
function adopt(root: string, readings: readonly Reading[]): void {
  for (const reading of readings) {
    const { path, stamp } = reading
    if (memory.get(join(root, path))?.stamp === stamp) continue
    memory.set(join(root, path), { stamp, file: fileOf(root, reading), reading })
  }
}

/** A file of which only the reading is held; its text and places are read again for who asks. */
function fileOf(root: string, { path, question, problems }: Reading): QuestionFile {
  let known: WeakRef<{ text: string; yaml: YamlFile }> | undefined
  const whole = () => {
    const held = known?.deref()
    if (held) return held
    const text = cleanText(readFileSync(at(root, path), 'utf8'))
    const read = { text, yaml: frontMatterOf(text) }
    known = new WeakRef(read)
    return read
  }
  return {
    path,
    question,
    problems,
    get text(): string {
      return whole().text
    },
    get yaml(): YamlFile {
      return whole().yaml
    },
  }
}

async function stampOf(root: string, path: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(at(root, path))
  return `${mtimeMs} ${size} ${ino}`
}

type Kept = { version: string; readings: Reading[] }

/** Of the schema and all that it hangs on. */
const version = () => sourcesOf(['content', 'figures', 'quiz'])

async function fromDisk(root: string): Promise<Reading[]> {
  try {
    const kept = JSON.parse(await readFile(at(root, '.data/bank.json'), 'utf8')) as Kept
    return kept.version === (await version()) ? kept.readings : []
  } catch {
    return []
  }
}

async function toDisk(root: string, readings: Reading[]): Promise<void> {
  const path = at(root, '.data/bank.json')
  const draft = `${path}.${process.pid}`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(draft, JSON.stringify({ version: await version(), readings } satisfies Kept))
    // Whole or not at all: another process may be reading.
    await rename(draft, path)
  } catch {
    // A folder that cannot be written costs time at the next start, nothing else.
  }
}

function at(root: string, path: string): string {
  return join(/*turbopackIgnore: true*/ root, path)
}
