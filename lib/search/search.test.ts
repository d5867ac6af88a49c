import { brotliCompressSync, constants } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePostings, decodeTerms, encodePostings, encodeTerms } from './coding.ts'
import { makeEngine } from './engine.ts'
import type { Findable } from './entry.ts'
import { readFilters } from './filters.ts'
import { list } from './listing.ts'
import { pack } from './pack.ts'
import { synthetic } from './synthetic.ts'
import { unpack } from './unpack.ts'
import { termOf } from './words.ts'

const plain: Omit<Findable, 'id' | 'slug' | 'title'> = {
  topic: 'regularization',
  levels: ['mid'],
  roles: ['data-scientist'],
  kind: 'concept',
  minutes: 5,
  companies: [],
  figure: false,
  tags: '',
  summary: '',
  points: '',
}
const bank: Findable[] = [
  {
    ...plain,
    id: 'reg-0001',
    slug: 'l1-vs-l2-regularization',
    title: 'L1 vs L2 regularization: how do they differ?',
    summary: 'The elastic net is for correlated features; λ by cross-validation.',
    points: 'Standardise first.',
  },
  {
    ...plain,
    id: 'reg-0002',
    slug: 'why-the-lasso-gives-zeros',
    title: 'Why does the lasso set a coefficient to exactly zero?',
    summary: 'A corner of the diamond.',
  },
  {
    ...plain,
    id: 'val-0001',
    slug: 'k-fold',
    topic: 'assessment',
    title: 'When does k-fold cross-validation mislead you?',
    tags: 'Model assessment',
    points: 'Leakage of the scaling. Correlated rows.',
  },
]
const synonyms = [
  ['L1', 'lasso'],
  ['cross-validation', 'CV', 'k-fold'],
]
const engine = makeEngine(pack(bank, synonyms))

test.each([
  ['lasso', ['reg-0002', 'reg-0001'], 'the word itself before what means the same'],
  ['L1', ['reg-0001', 'reg-0002'], 'and the other way round'],
  ['cv', ['val-0001', 'reg-0001'], 'an abbreviation finds the phrase'],
  ['cross validation', ['val-0001', 'reg-0001'], 'a phrase without its hyphen'],
  ['regularisation', ['reg-0001'], 'British as American'],
  ['regu', ['reg-0001'], 'a word that is still growing'],
  ['lesso zero', ['reg-0002'], 'a slip'],
  ['crosvalidation', [], 'not everything'],
  ['corelated', ['val-0001', 'reg-0001'], 'a letter too few, in the answers'],
  ['lambda', ['reg-0001'], 'a Greek letter by its name'],
  ['λ', ['reg-0001'], 'and as itself'],
  ['standardize', ['reg-0001'], '-ize for -ise'],
  ['coefficients', ['reg-0002'], 'a plural'],
  ['model assessment', ['val-0001'], 'a topic'],
  ['how does the LASSO differ', ['reg-0001'], 'words that say nothing are left out'],
])('%j finds %j: %s', (text, ids) => {
  expect(engine.find(text)?.hits.map(({ entry }) => entry.id)).toEqual(ids)
})

test('words that never meet are looked for one by one, and that is said', () => {
  expect(engine.find('diamond leakage')).toMatchObject({ all: false, hits: [{}, {}] })
  expect(engine.find('diamond corner')).toMatchObject({ all: true, hits: [{}] })
})

test('a text without a word to search by asks for nothing', () => {
  for (const text of ['', '  ', '?!', 'how do you']) expect(engine.find(text)).toBeNull()
})

test('a hit names what was matched, and what of it only the answer has', () => {
  const [first, second] = engine.find('corelated')!.hits
  expect(first).toMatchObject({ terms: new Set(['correlated']), inAnswer: ['correlated'] })
  expect(second?.entry.id).toBe('reg-0001')
  expect(engine.find('zero')!.hits[0]).toMatchObject({ inAnswer: [] })
})

test.each([
  ['Features', 'feature'],
  ['bias', 'bias'],
  ['losses', 'loss'],
  ['properties', 'property'],
  ['regularizing', 'regularising'],
  ['size', 'size'],
  ['β²', 'beta2'],
  ['Rényi', 'renyi'],
  ['the', ''],
])('%s is compared as %j', (word, term) => {
  expect(termOf(word)).toBe(term)
  expect(termOf(term)).toBe(term)
})

test('what is packed comes out as it was', () => {
  const questions = synthetic(40)
  const { entries } = unpack(JSON.parse(JSON.stringify(pack(questions, []))))
  const wanted = questions.map(({ summary: _s, points: _p, ...entry }) => entry)
  expect(entries).toEqual(wanted)
})

test('of an answer exactly those terms come out that its title and tags do not have', () => {
  const { entries, terms } = unpack(pack(bank, []))
  const of = (id: string) => entries.findIndex((entry) => entry.id === id)
  const found = Object.fromEntries(terms)
  expect(found['correlated']).toEqual(expect.arrayContaining([of('reg-0001'), of('val-0001')]))
  expect(found['validation']).toEqual([of('reg-0001')])
  expect(found['zero']).toBeUndefined()
})

test('codes of terms and places lose nothing', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z0-9é]{1,12}$/)).map((all) => all.toSorted())
  fc.assert(
    fc.property(words, (all) => {
      expect(decodeTerms(encodeTerms(all))).toEqual(all)
    }),
  )
  const places = fc.uniqueArray(fc.nat(5000)).map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(fc.array(places), (all) => {
      expect(decodePostings(encodePostings(all))).toEqual(all)
    }),
  )
})

test('an empty bank is an index too', () => {
  expect(makeEngine(pack([], [])).find('lasso')).toMatchObject({ hits: [] })
})

test('600 questions of realistic length take at most 50 kB, compressed by brotli', () => {
  const text = JSON.stringify(pack(synthetic(600), synonyms))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  expect(brotliCompressSync(text, { params }).length).toBeLessThanOrEqual(50_000)
})

test('a list of 2,000 questions weighs what one of 60 weighs: a page of it, and its counts', () => {
  const around = { parents: {}, statuses: null }
  const [few, many] = [60, 2000].map((count) =>
    list(makeEngine(pack(synthetic(count), [])), readFilters(''), around),
  )
  expect([few?.total, many?.total]).toEqual([60, 2000])
  expect(many?.rows).toHaveLength(few!.rows.length)
  const weight = (of: unknown) => JSON.stringify(of).length
  expect(weight(many)).toBeLessThan(1.1 * weight(few))
})
