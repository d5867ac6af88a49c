import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sample, samplePath, sampleVocabularies } from './sample.ts'
import { slugFor, titleFor } from './stub.ts'

// A process that reads the dictionaries takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const project = process.cwd()
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ridgeline-'))
  await mkdir(join(root, 'content/questions/regularization'), { recursive: true })
  for (const [name, text] of Object.entries(sampleVocabularies))
    await writeFile(join(root, `content/${name}.yaml`), text)
  await writeFile(join(root, samplePath), sample)
})
afterAll(() => rm(root, { recursive: true }))

function command(args: string[], typed: string): Promise<{ code: number | null; said: string }> {
  const bundled = join(project, 'lib/boot/bundled.mjs')
  const child = spawn(process.execPath, [bundled, 'new-question', ...args], { cwd: root })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  child.stdin.end(typed)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

const path = 'content/questions/regularization/elastic-net-group-its-features.mdx'
const asked = 'How does the elastic net group its features?'

test('asks for five things, again where an answer cannot be used, and writes a sound draft', async () => {
  const { code, said } = await command(
    ['--author', 'Ada'],
    `${asked}\n\nregularisation\nregularization\nsenior\n\n`,
  )
  expect(said).toContain('There is no “regularisation”. Did you mean “regularization”?')
  expect(said).not.toMatch(/ error /)
  expect(code).toBe(0)
  const text = await readFile(join(root, path), 'utf8')
  expect(text).toContain(`id: reg-0002\ntitle: ${asked}\n`)
  expect(text).toContain('authors:\n  - Ada\n')
})

test('overwrites nothing, and writes nothing where an answer is missing', async () => {
  const before = await readFile(join(root, path), 'utf8')
  const flags = [
    '--asked',
    asked,
    '--title',
    asked,
    '--topic',
    'regularization',
    '--kind',
    'concept',
  ]
  const again = await command([...flags, '--levels', 'mid'], '')
  expect(again).toMatchObject({ code: 2 })
  expect(again.said).toContain('Give another --slug.')
  expect(await readFile(join(root, path), 'utf8')).toBe(before)
  // What is proposed holds where nobody answers; a topic is not proposed.
  const silent = await command(['--asked', asked], '')
  expect(silent).toMatchObject({ code: 2 })
  expect(silent.said).toContain('There was no answer to “3. Topic')
  const slip = await command(['--topic', 'regularisation'], '')
  expect(slip.said).toMatch(/^There is no “regularisation”. Did you mean “regularization”\?/)
})

test.each([
  ['Why does the lasso give zeros?', 'why-lasso-give-zeros'],
  ['What is it?', 'what-is-it'],
  ['Müller’s λ: is it à la mode?', 'muller-la-mode'],
  ['?', 'question'],
])('%s → %s', (title, slug) => {
  expect(slugFor(title)).toBe(slug)
})

test.each([
  ['Why? Say it in a sentence.', 'Why?'],
  ['Explain the elastic net.', 'Explain the elastic net'],
  [
    'How would you tell whether two coders agree beyond chance, and what is wrong with the plain share of agreement?',
    'How would you tell whether two coders agree beyond chance?',
  ],
  [`Why ${'does it '.repeat(12)}work?`, `Why ${'does it '.repeat(10)}does…`],
])('the title of “%s”', (text, title) => {
  expect(titleFor(text)).toBe(title)
})
