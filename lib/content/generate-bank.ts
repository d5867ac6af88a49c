import {
  copyFile,
  cp,
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { questionPaths } from './question-paths.ts'

const usage = `npx tsx lib/content/generate-bank.ts FOLDER [--questions 2000]

Makes a project in FOLDER, which must not be there yet: the sources of this one, and a bank of that many
questions, each one of ours with an id, address, title and numbers of its own. For measuring at scale.`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { questions: { type: 'string', default: '2000' } },
  })
  const count = Number(values.questions)
  const [folder] = positionals
  if (!folder || !Number.isInteger(count) || count < 1) {
    console.error(usage)
    return 2
  }
  const to = resolve(folder)
  await mkdir(to)
  await copySources(process.cwd(), to)
  await writeBank(process.cwd(), to, count)
  console.log(`${count} questions in ${to}`)
  return 0
}

/** Everything that a build reads. Packages are linked, file by file: the compiler leaves its project by no link. */
async function copySources(from: string, to: string) {
  const left = new Set(['.git', '.next', '.data', 'node_modules', 'test-results'])
  for (const name of await readdir(from)) {
    if (left.has(name)) continue
    await cp(join(from, name), join(to, name), {
      recursive: true,
      filter: (path) => !relative(from, path).startsWith(join('content', 'questions')),
    })
  }
  await linkFiles(join(from, 'node_modules'), join(to, 'node_modules'))
}

async function linkFiles(from: string, to: string) {
  await mkdir(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await linkFiles(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    // Another file system has to have a copy.
    else await link(source, target).catch(() => copyFile(source, target))
  }
}

/** One in a hundred has an older address, one in two hundred is retired. */
async function writeBank(from: string, to: string, count: number) {
  const paths = await questionPaths(from)
  const texts = await Promise.all(paths.map((path) => readFile(join(from, path), 'utf8')))
  for (let nth = 0; nth < count; nth++) {
    const path = paths[nth % paths.length]!
    const name = path.replace(/\.mdx$/, `-${nth}.mdx`)
    await mkdir(dirname(join(to, name)), { recursive: true })
    await writeFile(join(to, name), varied(texts[nth % texts.length]!, nth))
  }
}

function varied(text: string, nth: number): string {
  const day = String(1 + (nth % 28)).padStart(2, '0')
  return text
    .replace(/^id: .*$/m, `id: gen-${String(nth + 1).padStart(5, '0')}`)
    .replace(/^title: .*$/m, `title: ${titleOf(nth)}`)
    .replace(/^aliases: .*\n(?:\s+- .*\n)*/m, '')
    .replace(/^topic: /m, nth % 100 === 0 ? `aliases: [generated-${nth}]\ntopic: ` : 'topic: ')
    .replace(/^(prerequisites|related): .*\n(?:\s+- .*\n)*/gm, '')
    .replace(/^status: .*$/m, `status: ${nth % 200 === 199 ? 'retired' : 'published'}`)
    .replace(/^updated: .*$/m, `updated: 2026-10-${day}`)
    .replaceAll(/\]\(\/questions\/[^)]*\)/g, '](/questions)')
    .concat(`\nThis is copy number ${nth} of its question.\n`)
}

/** Words that no two titles share enough of to be near-duplicates, and that no cue says. */
function titleOf(nth: number): string {
  const digits = [...String(nth).padStart(4, '0')].map(
    (digit, place) => WORDS[place]![Number(digit)],
  )
  return `How does ${digits.join(' ')} change what you would answer?`
}

const WORDS = [
  'apple pear plum cherry lemon melon peach grape olive mango',
  'amber coral crimson ivory jade khaki lilac maroon ochre teal',
  'badger otter heron falcon lynx moose raven salmon stork weasel',
  'copper iron nickel silver zinc cobalt chrome bronze brass steel',
].map((list) => list.split(' '))

process.exitCode = await main()
