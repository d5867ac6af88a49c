import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changedFiles } from './changed-files.ts'
import { formatProblem } from './problem.ts'

// A real git, in a folder of its own.

const run = promisify(execFile)
const folder = 'content/questions/regularization'
let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ridgeline-'))
  await git('init', '--quiet', '--initial-branch=main')
  await mkdir(join(root, folder), { recursive: true })
  await write('kept', question('reg-0001'))
  await write('other', question('reg-0002'))
  await write('draft', question('reg-0003', 'draft'))
  await commit('A bank')
  await git('checkout', '--quiet', '-b', 'work')
})

afterEach(async () => rm(root, { recursive: true }))

async function git(...args: string[]) {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org']
  await run('git', [...who, '-c', 'commit.gpgsign=false', ...args], { cwd: root })
}

async function commit(message: string) {
  await git('add', '--all')
  await git('commit', '--quiet', '--message', message)
}

function question(id: string, status = 'published') {
  return `---\nid: ${id}\ntitle: Why?\nstatus: ${status}\n---\n\nid: none\n`
}

const pathOf = (name: string) => join(folder, `${name}.mdx`)
const write = (name: string, text: string) => writeFile(join(root, pathOf(name)), text)

async function found() {
  const { paths, lost } = await changedFiles(root, '')
  return { paths, lost: lost.map((problem) => formatProblem(problem)) }
}

test('what is committed since, edited, and new to git has changed; what lies elsewhere has not', async () => {
  await write('kept', question('reg-0001').replace('Why?', 'Why not?'))
  await commit('Ask otherwise')
  await write('other', question('reg-0002').replace('Why?', 'Who?'))
  await write('new', question('reg-0004'))
  await writeFile(join(root, 'README.md'), 'Read me.')
  expect(await found()).toEqual({ paths: ['kept', 'new', 'other'].map(pathOf), lost: [] })
  expect((await changedFiles(root, 'HEAD')).paths).toEqual(['new', 'other'].map(pathOf))
})

test('a list that every question hangs on is all of them', async () => {
  await writeFile(join(root, 'content/topics.yaml'), '{}')
  expect((await found()).paths).toBe('all')
})

test('an id that was changed is told at its place, committed or not', async () => {
  await write('kept', question('"reg-0009"'))
  const told = [
    `${pathOf('kept')}:2:5 error ids/lost the id was reg-0001, and what readers have done hangs on it give it back: id: reg-0001`,
  ]
  expect((await found()).lost.map(spaced)).toEqual(told.map(spaced))
  await commit('Another id')
  expect((await found()).lost.map(spaced)).toEqual(told.map(spaced))
})

test('a question that is gone is told; a draft may go, and a file may have another name or text', async () => {
  await rm(join(root, pathOf('draft')))
  await rename(join(root, pathOf('kept')), join(root, pathOf('renamed')))
  await write('other', question('reg-0002', 'retired').replaceAll('\n', '\r\n'))
  expect((await found()).lost).toEqual([])
  await rm(join(root, pathOf('renamed')))
  expect((await found()).lost.map(spaced)).toEqual([
    spaced(
      `${pathOf('kept')}:1:1 error ids/lost reg-0001 is gone, and what readers have done hangs on it keep the file, with status: retired`,
    ),
  ])
})

test('the command tells an id that was lost, and of a base that there is none in the words of git', async () => {
  await rm(join(root, pathOf('kept')))
  expect(await command('--changed')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/kept\.mdx:1:1 error ids\/lost[^]*1 error, 0 warnings/),
  })
  expect(await command('--changed=nowhere')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Nothing was checked\. git says: fatal: .*nowhere\s*$/),
  })
})

async function command(...args: string[]) {
  const bundled = join(process.cwd(), 'lib/boot/bundled.mjs')
  return run(process.execPath, [bundled, 'check-command', ...args], { cwd: root }).catch(
    (error: unknown) => error,
  )
}

function spaced(text: string) {
  return text.replace(/\s+(fix: )?/g, ' ')
}
