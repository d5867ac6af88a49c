import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changed, sample } from './sample.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ridgeline-'))
  await mkdir(join(root, 'content/questions/regularization'), { recursive: true })
  vi.resetModules()
})
afterEach(() => rm(root, { recursive: true }))

const path = (nth: number) => `content/questions/regularization/q-${nth}.mdx`
const text = (nth: number) => changed(['reg-0001', `reg-${String(nth + 1).padStart(4, '0')}`])

/** Each time as in a process of its own. */
async function process() {
  vi.resetModules()
  return import('./readings.ts')
}

test('a file is read again only when it has changed', async () => {
  await writeFile(join(root, path(0)), sample)
  const { readFiles } = await process()
  const [first] = await readFiles(root, [path(0)])
  expect((await readFiles(root, [path(0)]))[0]).toBe(first)
  await writeFile(join(root, path(0)), changed(['minutes: 5', 'minutes: 12']))
  expect((await readFiles(root, [path(0)]))[0]!.question?.minutes).toBe(12)
  // As long, and later: the time tells.
  await writeFile(join(root, path(0)), changed(['minutes: 5', 'minutes: 13']))
  await utimes(join(root, path(0)), new Date(), new Date(Date.now() + 5000))
  expect((await readFiles(root, [path(0)]))[0]!.question?.minutes).toBe(13)
})

test('who lets go of texts and places still has them when asked, with line ends and marks as they are read', async () => {
  const marked = `\uFEFF${sample.replaceAll('\n', '\r\n')}`
  await writeFile(join(root, path(0)), marked)
  const [whole] = await (await process()).readFiles(root, [path(0)])
  const [lean] = await (await process()).readFiles(root, [path(0)], true)
  expect(lean!.question).toEqual(whole!.question)
  expect(lean!.text).toBe(whole!.text)
  expect(lean!.yaml.placeOf(['items', 1, 'id'])).toEqual(whole!.yaml.placeOf(['items', 1, 'id']))
})

test('the next process has it from disk, places and problems too, and sees what has changed since', async () => {
  const paths = Array.from({ length: 60 }, (_, nth) => path(nth))
  await Promise.all(paths.map((each, nth) => writeFile(join(root, each), text(nth))))
  await writeFile(join(root, path(7)), changed(['minutes: 5', 'minutes: many']))
  const before = await process()
  const files = await before.readFiles(root, paths)
  await before.keepReadings(root, files)
  expect(JSON.parse(await readFile(join(root, '.data/bank.json'), 'utf8')).readings).toHaveLength(
    60,
  )

  await writeFile(join(root, path(3)), changed(['minutes: 5', 'minutes: 9']))
  const after = await process()
  const again = await after.readFiles(root, paths)
  expect(again.map(({ question }) => question)).toEqual(
    files.map(({ question }, nth) => (nth === 3 ? again[3]!.question : question)),
  )
  expect(again[3]!.question?.minutes).toBe(9)
  expect(again[7]!.problems).toEqual(files[7]!.problems)
  expect(again[5]!.yaml.placeOf(['minutes'])).toEqual(files[5]!.yaml.placeOf(['minutes']))
  expect(again[5]!.text).toBe(files[5]!.text)
})
