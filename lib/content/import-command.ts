import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { readBank } from './bank.ts'
import { type Draft, planImport } from './import.ts'
import { didYouMean } from './nearest.ts'
import { readList } from './question-list.ts'
import { stub } from './stub.ts'

const usage = `npm run import -- FILE [--topic ID] [--source URL] [--author NAME] [--dry-run]

Reads a Markdown file with questions (lists, tables, headings, bold lines, <details>) and writes a draft for
each, with what the list says of its topic and level. Nothing is overwritten; what was not taken is told.

  --topic    for questions under no heading, and in no column, that names a topic of content/topics.yaml
  --source   where the list can be read, for questions that are no link themselves
  --dry-run  only says what it would do`

async function main(): Promise<number> {
  const asked = options()
  if (typeof asked === 'string') {
    console.error(asked)
    return asked === usage ? 0 : 2
  }
  const root = process.cwd()
  const bank = await readBank(root)
  const { topic } = asked
  if (topic !== undefined && !bank.topics.has(topic)) {
    const { hint = '' } = didYouMean(topic, bank.topics.keys())
    console.error(`There is no topic “${topic}” in content/topics.yaml. ${hint}`)
    return 2
  }
  const markdown = await readFile(asked.file, 'utf8').catch(() => null)
  if (markdown === null) {
    console.error(`${asked.file} cannot be read.`)
    return 2
  }
  const { questions, unread } = readList(markdown)
  const plan = planImport(questions, unread, bank, {
    topic,
    source: asked.source,
    authors: [asked.author ?? (await gitName())],
    updated: new Date().toISOString().slice(0, 10),
  })
  const written = asked.dryRun ? plan.drafts : await write(root, plan.drafts)
  for (const { path, line } of written) console.log(`${path}  (line ${line})`)
  for (const { line, column, text, why } of plan.left)
    console.log(
      `${asked.file}:${line}:${column} not taken: ${why}${text ? `: ${text.slice(0, 70)}` : ''}`,
    )
  for (const note of plan.notes) console.log(note)
  const verb = asked.dryRun ? 'would be written' : 'written'
  console.log(`import: ${written.length} drafts ${verb}, ${plan.left.length} not taken`)
  return 0
}

/** A file that has come in between is left as it is. */
async function write(root: string, drafts: readonly Draft[]): Promise<Draft[]> {
  const written: Draft[] = []
  for (const draft of drafts) {
    await mkdir(dirname(join(root, draft.path)), { recursive: true })
    try {
      await writeFile(join(root, draft.path), stub(draft.start), { flag: 'wx' })
      written.push(draft)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      console.log(`${draft.path} is there already and was left as it is`)
    }
  }
  return written
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        topic: { type: 'string' },
        source: { type: 'string' },
        author: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const [file, ...more] = positionals
    if (values.help) return usage
    if (!file || more.length > 0) return `One file is needed.\n\n${usage}`
    if (values.source !== undefined && !/^https?:\/\//.test(values.source))
      return `--source is an address: https://…\n\n${usage}`
    return { file, ...values, dryRun: values['dry-run'] }
  } catch (error) {
    return `${(error as Error).message}\n\n${usage}`
  }
}

async function gitName(): Promise<string> {
  const run = promisify(execFile)
  const { stdout } = await run('git', ['config', 'user.name']).catch(() => ({ stdout: '' }))
  return stdout.trim() || 'anonymous'
}

process.exitCode = await main()
