import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changed, sample, samplePath } from './sample.ts'
import { isSound, onChange, versionOf } from './source-version.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ridgeline-'))
  await mkdir(join(root, 'content/questions/regularization'), { recursive: true })
  await writeFile(join(root, samplePath), sample)
  vi.spyOn(process, 'cwd').mockReturnValue(root)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(root, { recursive: true })
})

const text = changed(['minutes: 5', 'minutes: 12'])
/** As editors save: into the file, or beside it and then in its place. */
const saves = {
  'written over': () => writeFile(join(root, samplePath), text),
  'put in its place': async () => {
    await writeFile(join(root, `${samplePath}~`), text)
    await rename(join(root, `${samplePath}~`), join(root, samplePath))
  },
}

test.each(Object.entries(saves))(
  'a file that is %s is told of, and has another version',
  async (_how, save) => {
    const before = await versionOf('why-zeros')
    let stop = () => {}
    const told = new Promise<void>((resolve) => {
      void onChange('why-zeros', resolve).then(async (end) => {
        stop = end
        await save()
      })
    })
    await told
    stop()
    await vi.waitFor(async () => expect(await versionOf('why-zeros')).not.toBe(before))
  },
)

test('its front matter decides whether there is a page to be drawn', async () => {
  expect(await isSound('why-zeros')).toBe(true)
  await writeFile(join(root, samplePath), changed(['minutes: 5', 'minutes: many']))
  expect(await isSound('why-zeros')).toBe(false)
  expect(await isSound('nowhere')).toBe(false)
})
