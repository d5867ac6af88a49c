import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { figures } from '#lib/figures/index.ts'
import { galleryPage } from './gallery-page.ts'
import { pages } from './pages.ts'

const folder = import.meta.dirname
const files = readdirSync(folder)
const pictures = files.filter((file) => file.endsWith('.png'))

test('the gallery shows every page and every figure, and no picture lies about that it does not show', () => {
  const page = readFileSync(path.join(folder, 'README.md'), 'utf8')
  expect(page).toBe(galleryPage(files, pages, figures))
  const shown = [...page.matchAll(/<img src="([^"]+)"/g)].map(([, file]) => file!)
  expect([...shown, 'question-1280-light.png'].toSorted()).toEqual(pictures.toSorted()) // the README’s
  const names = [...Object.keys(pages).map((name) => `page-${name}`), ...Object.keys(figures)]
  const lacking = names.filter((name) => !shown.includes(`${name}-390-light.png`))
  expect(lacking).toEqual([])
})

test('all of its pictures together stay small', () => {
  const bytes = pictures.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0)
  expect(bytes).toBeLessThan(7_000_000)
})
