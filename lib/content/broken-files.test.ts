import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import type { Break } from './book/entry.ts'
import { type RuleId, rules } from './book/index.ts'
import { checkFiles } from './check-files.ts'
import type { Problem } from './problem.ts'
import { changed, placed, sample, sampleVocabularies } from './sample.ts'

/*
 * lib/content/broken is a bank of broken files, one fault each, as the book says them; expected.txt says
 * what the check says of it, line by line. WRITE_FIXTURES=1 writes the files of new rules.
 */

// A process that reads the dictionaries takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

const folder = 'lib/content/broken'
const questions = 'content/questions'
const breaks = [...rules].flatMap(([rule, { breaks: list }]) =>
  list.map((each, nth) => [rule, each, nth] as [RuleId, Break, number]),
)
const names = [
  'amber badger copper drum ebony falcon granite heron ivory jade kettle lemon maple nickel otter plum',
  'anchor bell candle dome engine flute glove hammer island jacket ladder mirror needle orchid pillow quilt',
].map((list) => list.split(' '))

type File = { path: string; text: string; expected: string }

/** Of these one question is not enough: a list of topics, and a file that is asked for and is none. */
const lists = {
  ...sampleVocabularies,
  topics: `${sampleVocabularies.topics}forests: { title: Forests, summary: Many trees. }
boosting: { title: Boosting, parent: forests, summary: One tree after another. }
ring: { title: Ring, parent: ring, summary: It is above itself. }
`,
}
const more: File[] = [
  {
    path: `${questions}/forests/tags-broad-topic-1.mdx`,
    text: ownIn(changed(['topic: regularization', 'topic: forests']), 200),
    expected: `${questions}/forests/tags-broad-topic-1.mdx:5:8 warning tags/broad-topic`,
  },
  {
    path: 'content/topics.yaml',
    text: lists.topics,
    expected: 'content/topics.yaml:4:30 error tags/topic-circle',
  },
]
const stranger = 'notes.mdx:1:1 error files/unknown'
/** What the sound one has in common with a broken one is told of both. */
const twin = `${questions}/regularization/other.mdx`
const twins = [
  `${twin}:2:5 error ids/duplicate`,
  `${twin}:3:8 warning titles/near-duplicate`,
  `${twin}:5:11 error ids/duplicate-address`,
]
const expected = () =>
  [...files, ...more]
    .map(({ expected }) => expected)
    .concat(stranger, twins)
    .toSorted()

const files = breaks.map(([rule, [good, bad, more = {}], nth], index): File => {
  const marked = changed([more.over ?? good, bad])
  const place =
    more.at === undefined ? placed(marked, '▸') : placed(marked.replace('▸', ''), more.at)
  const stem = `${rule.replace('/', '-')}-${nth + 1}`
  const [topic = '', name = ''] = more.path?.split('/') ?? ['regularization', '']
  const path = `${questions}/${topic}/${/[A-Z ]/.test(name) ? `${stem}_` : stem}.mdx`
  const severity = rules.get(rule)?.severity ?? 'error'
  return {
    path,
    text: ownIn(marked.replace('▸', ''), index),
    expected: `${path}:${place} ${severity} ${rule}`,
  }
})

/** With an id and a title of its own, as long as the sample's: all of them are one bank. */
function ownIn(text: string, nth: number): string {
  const [first, second] = [names[0]![Math.floor(nth / 16)], names[1]![nth % 16]]
  return text
    .replaceAll('reg-0001', `reg-${1001 + nth}`)
    .replace(
      'title: Why does the lasso give zeros?',
      `title: Is the lasso like ${first} or ${second}?`,
    )
}

/** The sound ones beside them: what `related` and links lead to, and one that shows that soundness is possible. */
const beside = {
  'regularization/other.mdx': changed(
    ['reg-0001', 'reg-0002'],
    ['Why does the lasso give zeros?', 'Why does ridge keep everything?'],
    ['topic', 'aliases: [older]\ntopic'],
  ),
  'regularization/sound.mdx': sample,
}

if (process.env['WRITE_FIXTURES']) await write()

async function write() {
  await rm(folder, { recursive: true, force: true })
  for (const { path, text } of [...files, ...more]) await put(path, text)
  for (const [path, text] of Object.entries(beside)) await put(`${questions}/${path}`, text)
  for (const [name, text] of Object.entries(lists)) await put(`content/${name}.yaml`, text)
  await put('content/words.txt', 'Ridgeline\nGlobex\n')
  await put('notes.mdx', 'This is no question.\n')
  await put('expected.txt', `${expected().join('\n')}\n`)
}

async function put(path: string, text: string) {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const lines = async () => (await readFile(join(folder, 'expected.txt'), 'utf8')).trim().split('\n')

test('more than a hundred broken files lie on disk, each the break of a rule, and no rule is without', async () => {
  const found = await readdir(join(folder, questions), { recursive: true })
  const names = found.filter((name) => name.endsWith('.mdx')).map((name) => `${questions}/${name}`)
  const sound = Object.keys(beside).map((name) => `${questions}/${name}`)
  const all = [...files, ...more]
  const paths = all.map(({ path }) => path).filter((path) => path.endsWith('.mdx'))
  expect(names.toSorted()).toEqual([...paths, ...sound].toSorted())
  expect(names.length).toBeGreaterThanOrEqual(100)
  for (const { path, text } of all)
    expect([path, await readFile(join(folder, path), 'utf8')]).toEqual([path, text])
  expect(await lines()).toEqual(expected())
  const broken = new Set((await lines()).map((line) => line.split(' ').at(-1)))
  // Of a file alone nobody can tell: changed-files.test.ts.
  expect([...rules.keys()].filter((rule) => !broken.has(rule))).toEqual(['ids/lost'])
})

test('the command finds each at its line and column, and nothing else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'ridgeline-'))
  try {
    await cp(folder, root, { recursive: true })
    const problems = [...(await checked(root)), ...(await checkFiles(root, ['notes.mdx'], 1))]
    const said = problems.map(
      ({ path, line, column, severity, rule }) => `${path}:${line}:${column} ${severity} ${rule}`,
    )
    expect((await lines()).filter((line) => !said.includes(line))).toEqual([])
    // A file may break a second rule by the same fault; the book says which.
    const allowed = new Set([
      ...(await lines()).map((line) => line.replace(/:.* /, ' ')),
      ...files.flatMap(({ path }, nth) =>
        (breaks[nth]![1][2]?.with ?? []).map((rule) => `${path} ${rule}`),
      ),
    ])
    expect(problems.filter(({ path, rule }) => !allowed.has(`${path} ${rule}`))).toEqual([])
  } finally {
    await rm(root, { recursive: true })
  }
})

/** As npm runs it, in the folder of the bank. */
async function checked(root: string): Promise<Problem[]> {
  const bundled = join(process.cwd(), 'lib/boot/bundled.mjs')
  const env = { ...process.env, GITHUB_ACTIONS: '' }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [bundled, 'check-command', '--json'],
    { cwd: root, env, maxBuffer: 2 ** 26 },
  ).catch((error: { stdout: string }) => error)
  return JSON.parse(stdout).problems
}
