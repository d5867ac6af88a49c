import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { forgetPages } from './build.mjs'

test('before pages are drawn anew those that were are gone, also as copies; what was compiled stays', () => {
  const served = mkdtempSync(path.join(tmpdir(), 'served-'))
  for (const file of [
    'app/demos.html',
    'app/demos.rsc',
    'app/demos.meta',
    'app/demos/page.js',
    'app/demos.segments/_tree.segment.rsc',
    'app/icon.svg.body',
    'chunks/1.js',
    'route-cache/APP_PAGE/0a/$/demos.html',
  ]) {
    mkdirSync(path.dirname(path.join(served, file)), { recursive: true })
    writeFileSync(path.join(served, file), '')
  }
  forgetPages(served)
  const left = readdirSync(served, { recursive: true, withFileTypes: true })
  expect(
    left
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['1.js', 'page.js'])
})
