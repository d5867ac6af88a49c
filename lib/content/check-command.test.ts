import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { changed, sample, samplePath, sampleVocabularies } from './sample.ts'

// A process that reads the dictionaries takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const run = promisify(execFile)
const project = process.cwd()
const otherPath = 'content/questions/regularization/other.mdx'
const other = changed(
  ['reg-0001', 'reg-0002'],
  ['Why does the lasso give zeros?', 'Why does ridge keep everything?'],
)

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ridgeline-'))
  await mkdir(join(root, 'content/questions/regularization'), { recursive: true })
  for (const [name, text] of Object.entries(sampleVocabularies))
    await writeFile(join(root, `content/${name}.yaml`), text)
  await writeFile(join(root, samplePath), sample)
  await writeFile(join(root, otherPath), other)
})
afterAll(() => rm(root, { recursive: true }))

/** The command as npm runs it, in the folder of the test. */
async function command(args: string[], env: Record<string, string> = {}) {
  const bundled = join(project, 'lib/boot/bundled.mjs')
  const started = run(process.execPath, [bundled, 'check-command', ...args], {
    cwd: root,
    env: { ...process.env, GITHUB_ACTIONS: '', GITHUB_BASE_REF: '', ...env },
  })
  return started.then(
    ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

test('lines, annotations, exit codes and mending', async () => {
  await writeFile(
    join(root, samplePath),
    changed(['seconds={35}', 'seconds="35"'], ['"beta2 == 0">', '"beta2 == 1">']),
  )
  const told = await command([samplePath], { GITHUB_ACTIONS: 'true' })
  expect(told.code).toBe(1)
  expect(told.stdout).toContain(
    `${samplePath}:96:18 error claims/false found: beta2 is 0; claimed: exactly 1\n`,
  )
  expect(told.stdout).toContain(`::error file=${samplePath},line=96,col=18,title=claims/false::`)
  expect(told.stdout).toContain('content: 2 errors, 0 warnings')

  const mended = await command(['--fix', '--json'])
  const said = JSON.parse(mended.stdout)
  expect(mended.code).toBe(1)
  expect(said).toMatchObject({ errors: 1, warnings: 0, mended: 1 })
  expect(said.problems).toMatchObject([{ path: samplePath, line: 96, rule: 'claims/false' }])
  expect(await readFile(join(root, samplePath), 'utf8')).toBe(
    changed(['"beta2 == 0">', '"beta2 == 1">']),
  )
})

test('who calls it wrongly is told how to call it', async () => {
  const { code, stderr } = await command(['--fxi'])
  expect(code).toBe(2)
  expect(stderr).toContain('npm run check:content -- [files]')
})
