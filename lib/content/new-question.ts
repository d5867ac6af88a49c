import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs, promisify } from 'node:util'
import { type Bank, readBank } from './bank.ts'
import { checkBank } from './check.ts'
import { kinds, levels } from './front-matter.ts'
import { nearest } from './nearest.ts'
import { formatProblem } from './problem.ts'
import { wordList } from './rules/dictionary.ts'
import { nextId, slugFor, type Start, stub, titleFor } from './stub.ts'

const usage = `npm run new:question -- [--asked TEXT] [--title TEXT] [--topic ID] [--levels a,b] [--kind KIND]
                        [--roles a,b] [--slug WORDS] [--author NAME]

Asks for the first five that are not given, and writes content/questions/<topic>/<slug>.mdx: a draft that
passes the check and says at every place what belongs there. Nothing is ever overwritten.`

const options = {
  asked: { type: 'string' },
  title: { type: 'string' },
  topic: { type: 'string' },
  levels: { type: 'string' },
  kind: { type: 'string' },
  roles: { type: 'string' },
  slug: { type: 'string' },
  author: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

type Given = Partial<Record<Exclude<keyof typeof options, 'help'>, string>>

/** A sentence for whoever called it: nothing was written. */
class Refusal extends Error {}

async function main(): Promise<number> {
  try {
    const { help, ...given } = parseArgs({ options }).values
    if (help) {
      console.log(usage)
      return 0
    }
    return await make(process.cwd(), given)
  } catch (error) {
    const isOurs =
      error instanceof Refusal || (error as { code?: string }).code?.startsWith('ERR_PARSE')
    if (!isOurs) throw error
    console.error(`${(error as Error).message}\nNothing was written.`)
    return 2
  }
}

async function make(root: string, given: Given): Promise<number> {
  const bank = await readBank(root)
  const start = await answers(bank, given)
  const slug = given.slug ?? slugFor(start.title)
  const path = join('content/questions', start.topic, `${slug}.mdx`)
  const holder = [...bank.questions.values()].find((each) =>
    [each.slug, ...each.aliases].includes(slug),
  )
  if (holder)
    throw new Refusal(`/questions/${slug} is the address of ${holder.path}. Give another --slug.`)
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), stub(start), { flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST'
        ? new Refusal(`${path} is there already. Give another --slug.`)
        : error
    },
  )
  console.log(`\nWritten: ${path}`)
  const problems = await checkBank(await readBank(root), await wordList(root), [path])
  for (const problem of problems) console.log(formatProblem(problem))
  console.log(`
Next:
  npm run dev                                     and open /write/${slug}: the page beside its source
  npm run check:content ${path}
  status: published, and commit`)
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** Five questions at most; each answer is tried until it can be used. */
async function answers(bank: Bank, given: Given): Promise<Start> {
  const topicIn = (text: string) => oneOf(text, [...bank.topics.keys()])
  // A slip in a flag is told before anything is asked.
  if (given.topic !== undefined) topicIn(given.topic)
  if (given.levels !== undefined) someOf(levels)(given.levels)
  if (given.kind !== undefined) oneOf(given.kind, kinds)
  if (given.title !== undefined) titled(given.title)
  const ask = asker()
  try {
    const asked = await ask('1. The question, as an interviewer asks it', given.asked, filled)
    const title = await ask('2. Its title', given.title, titled, titleFor(asked))
    const topic = await ask(`3. Topic (${narrow(bank).join(', ')})`, given.topic, topicIn)
    const level = await ask(`4. Levels (${levels.join(', ')})`, given.levels, someOf(levels), 'mid')
    const kind = await ask(
      `5. Kind (${kinds.join(', ')})`,
      given.kind,
      (text) => oneOf(text, kinds),
      'concept',
    )
    const roles = someOf([...bank.roles.keys()])(given.roles ?? 'data-scientist')
    return {
      id: nextId(topic, bank),
      title,
      asked,
      topic,
      levels: level,
      roles,
      kind,
      authors: [given.author ?? (await gitName())],
      updated: new Date().toISOString().slice(0, 10),
    }
  } finally {
    ask.close()
  }
}

/** Topics that have no narrower ones. */
function narrow({ topics }: Bank): string[] {
  const parents = new Set([...topics.values()].map(({ parent }) => parent))
  return [...topics.keys()].filter((topic) => !parents.has(topic))
}

/** Reads a line each from the terminal, or from a file. What was given is not asked for. */
function asker() {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const typed = lines[Symbol.asyncIterator]()
  const ask = async <T>(
    what: string,
    given: string | undefined,
    read: (text: string) => T,
    proposed?: string,
  ): Promise<T> => {
    if (given !== undefined) return read(given)
    for (;;) {
      process.stdout.write(`${what}${proposed === undefined ? '' : `\n   [${proposed}]`}\n   > `)
      const { done, value } = await typed.next()
      if (done && proposed === undefined) throw new Refusal(`\nThere was no answer to “${what}”.`)
      try {
        // Where nobody can be asked, what is proposed holds.
        return read((done ? '' : value.trim()) || (proposed ?? ''))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        console.log(`   ${error.message}`)
      }
    }
  }
  return Object.assign(ask, { close: () => lines.close() })
}

function filled(text: string): string {
  if (text.trim() === '') throw new Refusal('It cannot be empty.')
  return text.trim()
}

function titled(text: string): string {
  if (filled(text).length > 90) throw new Refusal(`It has ${text.length} characters; at most 90.`)
  return text.trim()
}

function oneOf<T extends string>(text: string, list: readonly T[]): T {
  const found = list.find((each) => each === text.trim().toLowerCase())
  if (found) return found
  const near = nearest(text, list)
  throw new Refusal(
    near ? `There is no “${text}”. Did you mean “${near}”?` : `It is one of ${list.join(', ')}.`,
  )
}

function someOf<T extends string>(list: readonly T[]): (text: string) => T[] {
  return (text) => [
    ...new Set(
      filled(text)
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((each) => oneOf(each, list)),
    ),
  ]
}

async function gitName(): Promise<string> {
  const run = promisify(execFile)
  const { stdout } = await run('git', ['config', 'user.name']).catch(() => ({ stdout: '' }))
  return stdout.trim() || 'anonymous'
}

process.exitCode = await main()
