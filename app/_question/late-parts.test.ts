import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

// Code that comes later brings no style sheet: an item's drawing stood there without its lines.
test('every style sheet of the later parts is there before they are', () => {
  const loaders = 'app/_question/part-loaders.ts'
  const later = reached(specifiersOf(loaders, /import\('([^']+)'\)/g))
  const early = reached(['app/layout.tsx', 'app/questions/[slug]/page.tsx'])
  expect(later).toContain('app/_quiz/exhibit.module.css')
  expect(later.filter((sheet) => !early.includes(sheet))).toEqual([])
})

/** The style sheets that files import, themselves or by what they import. */
function reached(files: readonly string[], seen = new Set<string>()): string[] {
  for (const file of files) {
    if (seen.has(file)) continue
    seen.add(file)
    if (/\.tsx?$/.test(file)) reached(specifiersOf(file), seen)
  }
  return [...seen].filter((file) => file.endsWith('.css'))
}

const imports = /^(?:import|export)(?! type)\s(?:[^'";]*?from\s+)?'([^']+)'/gm

/** Of the file's imports those in this repository, from its root. */
function specifiersOf(file: string, pattern = imports): string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].flatMap(([, name = '']) =>
    name.startsWith('#app/')
      ? [name.slice(1)]
      : name.startsWith('./')
        ? [path.join(path.dirname(file), name)]
        : [],
  )
}
