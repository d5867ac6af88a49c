import { readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { annotation } from './annotation.ts'
import { changedFiles } from './changed-files.ts'
import { checkFiles } from './check-files.ts'
import { mend } from './mend.ts'
import { errorsAmong, formatProblem, type Problem } from './problem.ts'

const usage = `npm run check:content -- [files] [--changed[=REF]] [--fix] [--json]

  files            paths of questions; all of them without any
  --changed[=REF]  what differs from REF (main, or a pull request's base), and what is not committed
  --fix            mends what is certain (a slip of one letter in a name, "35" for {35}) and checks again
  --json           one object instead of lines

What each rule asks for, with an example of it: /write/rules.`

/** @returns the exit code: 0, 1 with errors, 2 if it was called wrongly */
async function main(): Promise<number> {
  const root = process.cwd()
  const started = performance.now()
  const asked = options()
  if (typeof asked === 'string') {
    console.error(asked)
    return asked === usage ? 0 : 2
  }
  const changes = asked.changed === null ? null : await changedFiles(root, asked.changed)
  const lost = changes?.lost ?? []
  const only = [...asked.files]
  if (changes && changes.paths !== 'all') {
    only.push(...changes.paths)
    if (only.length === 0) return report(lost, started, asked.json, 0)
  }
  const { problems, mended } = asked.fix ? await fixed(root, only) : await once(root, only)
  return report([...lost, ...problems], started, asked.json, mended)
}

function options() {
  // `--changed` alone, or with its base: parseArgs knows flags and values, not both.
  const args = process.argv.slice(2).map((arg) => (arg === '--changed' ? '--changed=' : arg))
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        changed: { type: 'string' },
        fix: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) return usage
    const files = positionals.map((path) => relative(process.cwd(), resolve(path)))
    return { files, changed: values.changed ?? null, fix: values.fix, json: values.json }
  } catch (error) {
    return `${(error as Error).message}\n\n${usage}`
  }
}

async function once(root: string, only: readonly string[]) {
  return { problems: await checkFiles(root, only), mended: 0 }
}

/** One fix may bring another to light; five rounds are more than was ever needed. */
async function fixed(root: string, only: readonly string[]) {
  let problems = await checkFiles(root, only)
  let mended = 0
  for (let round = 0; round < 5 && problems.some(({ fix }) => fix); round++) {
    const now = await mendFiles(root, problems)
    if (now === 0) break
    mended += now
    problems = await checkFiles(root, only)
  }
  return { problems, mended }
}

async function mendFiles(root: string, problems: readonly Problem[]): Promise<number> {
  let sum = 0
  for (const path of new Set(problems.map((problem) => problem.path))) {
    const before = await readFile(join(root, path), 'utf8')
    const own = problems.filter((problem) => problem.path === path)
    const { text, mended } = mend(before, own)
    if (mended > 0) await writeFile(join(root, path), text)
    sum += mended
  }
  return sum
}

function report(
  problems: readonly Problem[],
  started: number,
  json: boolean,
  mended: number,
): number {
  const errors = errorsAmong(problems).length
  const warnings = problems.length - errors
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1))
  if (json) console.log(JSON.stringify({ errors, warnings, mended, seconds, problems }, null, 2))
  else {
    for (const problem of problems) {
      console.log(formatProblem(problem))
      if (process.env['GITHUB_ACTIONS']) console.log(annotation(problem))
    }
    if (mended > 0) console.log(`content: ${count(mended, 'problem')} mended`)
    console.log(`content: ${count(errors, 'error')}, ${count(warnings, 'warning')}, ${seconds} s`)
  }
  return errors > 0 ? 1 : 0
}

/** Of what comes from elsewhere its own sentence; anything else is a fault of ours, and told in full. */
function sentenceOf(error: unknown): string {
  const { stderr, code, message, stack } = error as Error & { stderr?: string; code?: string }
  if (stderr) return `git says: ${stderr.trim()}`
  if (code === 'ERR_MODULE_NOT_FOUND') return `${message.split('\n')[0]}; npm install brings it.`
  return stack ?? message
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`Nothing was checked. ${sentenceOf(error)}`)
  process.exitCode = 2
}
