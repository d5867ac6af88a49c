import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { checkFiles } from './check-files.ts'
import { changed, sampleVocabularies } from './sample.ts'

// Two processes that read the dictionaries take seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 })

const run = promisify(execFile)
const project = process.cwd()
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ridgeline-'))
  await mkdir(join(root, 'content/questions/regularization'), { recursive: true })
  for (const [name, text] of Object.entries(sampleVocabularies))
    await writeFile(join(root, `content/${name}.yaml`), text)
  await writeFile(join(root, 'content/words.txt'), 'Ridgeline\n')
  for (let nth = 0; nth < 210; nth++)
    await writeFile(join(root, `content/questions/regularization/q-${nth}.mdx`), textOf(nth))
})
afterAll(() => rm(root, { recursive: true }))

/** Every seventh is broken, each kind of fault in either half. */
function textOf(nth: number): string {
  const id = `reg-${String(nth + 1).padStart(4, '0')}`
  const faults: [string, string][] = [
    ['"beta2 == 0">', '"beta2 == 1">'],
    ['minutes: 5', 'minutes: many'],
    ['related: []', 'related: [reg-9999]'],
    ['A formula', 'A fromula'],
  ]
  const fault = nth % 7 === 0 ? [faults[(nth / 7) % 4]!] : []
  return changed(['reg-0001', nth === 100 ? 'reg-0100' : id], ...fault)
}

test('two processes say what one says, with and without what they have kept', async () => {
  const expected = await checkFiles(root, [], 1)
  expect(new Set(expected.map(({ rule }) => rule))).toEqual(
    new Set([
      'claims/false',
      'schema/type',
      'ids/unknown',
      'ids/duplicate',
      'spelling/unknown-word',
      'titles/near-duplicate',
    ]),
  )
  const args = [join(project, 'lib/boot/bundled.mjs'), 'check-command', '--json']
  const inTwo = async () => {
    const options = { cwd: root, env: { ...process.env, GITHUB_ACTIONS: '' }, maxBuffer: 2 ** 26 }
    const { stdout } = await run(process.execPath, args, options).catch((error) => error)
    return JSON.parse(stdout).problems
  }
  await rm(join(root, '.data'), { recursive: true, force: true })
  expect(await inTwo()).toEqual(JSON.parse(JSON.stringify(expected)))
  expect(await inTwo()).toEqual(JSON.parse(JSON.stringify(expected)))
})
