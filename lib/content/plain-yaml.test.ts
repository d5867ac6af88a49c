import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { plainYaml } from './plain-yaml.ts'
import { cleanText, frontMatterOf } from './question-file.ts'
import { questionPaths } from './question-paths.ts'

/** What the parser that knows all of YAML makes of it; undefined if it is none. */
function whole(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false })
  return document.errors.length === 0 ? document.toJS() : undefined
}

async function frontMatters(root: string): Promise<string[]> {
  const texts = (await questionPaths(root)).map((path) => readFile(join(root, path), 'utf8'))
  return (await Promise.all(texts)).map((text) => frontMatterOf(cleanText(text)).text)
}

test.each([
  ['a: b\nc:\n  - d\n  - e: 1\n    f: true\n', 'maps and lists'],
  ['a: [x, -0.5, { b: "c d", e: [] }]', 'in brackets'],
  ["a: 'it''s: so'", 'in single quotes'],
  ['a: >-\n  one\n  two\n\n  three\nb: |\n  x\n  y\n', 'folded, and as it is'],
  ['a: 2026-11-30\nb: 3 sigma\nc: 1 − h\nd: x:y#z\ne: 1_000', 'words that begin like numbers'],
  ['a: [012, 0o17, 0x1f, .5, 1e3, -0, +1]', 'numbers'],
  ['a: [yes, No, TRUE, ~, null, <<]', 'words that other versions of YAML read otherwise'],
  ['a: &b c\nd: *b', 'an alias'],
])('%j says the same to both: %s', (text) => {
  expect(plainYaml(text)).toBeDefined()
  expect(plainYaml(text)).toEqual(whole(text))
})

test.each([
  ['a: 1\na: 2', 'a key twice'],
  ['a: b: c', 'a colon in a text'],
  ['a: [b,\n  c', 'a bracket left open'],
  ['a:\n\tb: c', 'a tab'],
])('%j is left to the parser that knows what is wrong: %s', (text) => {
  expect(plainYaml(text)).toBeUndefined()
  expect(whole(text)).toBeUndefined()
})

test('what the two read in different ways is left to the parser that knows all of YAML', () => {
  expect(plainYaml('\uFEFFstatus: draft')).toBeUndefined()
  expect(whole('\uFEFFstatus: draft')).toEqual({ status: 'draft' })
  expect(plainYaml('- a: !\n  b: c')).toBeUndefined()
  expect(plainYaml('a: b! and c != d')).toEqual({ a: 'b! and c != d' })
})

test('every front matter of the bank says the same to both', async () => {
  const texts = await frontMatters('.')
  // A front matter with a tag is right too, and read by the other alone.
  const plain = texts.filter((text) => plainYaml(text) !== undefined)
  expect(plain.length).toBeGreaterThan(0.9 * texts.length)
  for (const text of plain) expect(plainYaml(text)).toEqual(whole(text))
})

test('whatever becomes of a front matter, it says the same to both, or is left to the other', async () => {
  const all = [...(await frontMatters('.')), ...(await frontMatters('lib/content/broken'))]
  // A dozen lines each, moved to the margin: most changes of a longer text are no YAML.
  const pieces = all
    .flatMap((text) => {
      const lines = text.split('\n').slice(1)
      return Array.from({ length: Math.ceil(lines.length / 12) }, (_, nth) =>
        atMargin(lines.slice(nth * 12, nth * 12 + 12)),
      )
    })
    .filter((piece) => plainYaml(piece) !== undefined)
  const change = fc.record({
    at: fc.nat(),
    cut: fc.integer({ min: 0, max: 4 }),
    put: fc.constantFrom(...bits),
  })
  const changes = fc.array(change, { minLength: 1, maxLength: 3 })
  const found = { plain: 0 }
  fc.assert(
    fc.property(fc.constantFrom(...pieces), changes, (piece, list) => {
      const text = list.reduce((before, { at, cut, put }) => {
        const from = at % (before.length + 1)
        return before.slice(0, from) + put + before.slice(from + cut)
      }, piece)
      const value = plainYaml(text)
      // A key that is nothing is "null" to one and "" to the other; the schema takes neither.
      if (value === undefined || /"(null)?":/.test(JSON.stringify(value))) return
      found.plain += 1
      expect(value).toEqual(whole(text))
    }),
    { numRuns: 1500 },
  )
  expect(found.plain).toBeGreaterThan(300)
})

function atMargin(lines: readonly string[]): string {
  const indents = lines.filter(Boolean).map((line) => line.search(/[^ ]/))
  const margin = Math.min(...indents)
  return lines.map((line) => line.slice(margin)).join('\n')
}

/** Whatever YAML gives a meaning, and what only looks like a space to it. */
const signs = `- -- : # ' '' " , [ ] { } | > >- |- & * ! % @ \` ? ~ \\ --- << = é`.split(' ')
const values = 'null true No 0 1 . e5 0x 0o7 -0 .5 2026-01-01'.split(' ')
const spaces = ['', ' ', '  ', '\n', '\n\n', '\n  ', ' \n', '\u00a0', '\u2028', '\u0085', '\ufeff']
const bits = [signs, values, spaces, ['- ', ': ', ' #', ', ', '? ', '\n- ', '\n    x: y']].flat()
