import { expect, test } from 'vitest'
import { assemble } from './bank.ts'
import { readQuestion } from './question-file.ts'
import { changed, sample, samplePath, sampleVocabularies } from './sample.ts'
import { vocabulariesFrom } from './vocabularies.ts'

type File = [name: string, text: string]

function bankOf(...files: File[]) {
  const read = files.map(([name, text]) =>
    readQuestion(samplePath.replace('why-zeros', name), text),
  )
  return assemble(read, vocabulariesFrom(sampleVocabularies))
}

function problems(...files: File[]): string[] {
  return bankOf(...files).problems.map(
    ({ path, line, column, rule, message }) =>
      `${path.split('/').at(-1)}:${line}:${column} ${rule} ${message}`,
  )
}

const second = changed(['reg-0001', 'reg-0002'])

test('questions are by slug, newest first, then by title', () => {
  const { questions } = bankOf(
    ['b', changed(['2026-11-23', '2026-11-22'])],
    ['c', changed(['reg-0001', 'reg-0002'], ['Why does', 'Yes, but why does'])],
    ['a', changed(['reg-0001', 'reg-0003'])],
  )
  expect([...questions.keys()]).toEqual(['a', 'c', 'b'])
})

test('a sound bank has no problems', () => {
  expect(problems(['a', sample], ['b', second])).toEqual([])
})

test.each<[what: string, files: File[], expected: string[]]>([
  [
    'two files of one id',
    [
      ['a', sample],
      ['b', sample],
    ],
    [
      'a.mdx:2:5 ids/duplicate id “reg-0001” is also that of content/questions/regularization/b.mdx',
      'b.mdx:2:5 ids/duplicate id “reg-0001” is also that of content/questions/regularization/a.mdx',
    ],
  ],
  [
    'an alias that is the address of another',
    [
      ['a', sample],
      ['b', changed(['reg-0001', 'reg-0002'], ['minutes: 5', 'aliases: [a]\nminutes: 5'])],
    ],
    [
      'a.mdx:2:1 ids/duplicate-address /questions/a is also the address of content/questions/regularization/b.mdx',
      'b.mdx:9:11 ids/duplicate-address /questions/a is also the address of content/questions/regularization/a.mdx',
    ],
  ],
  [
    'a relation to nothing',
    [
      ['a', changed(['related: []', 'related: [reg-0003]'])],
      ['b', second],
    ],
    ['a.mdx:75:11 ids/unknown there is no question “reg-0003”'],
  ],
  [
    'a prerequisite of itself',
    [['a', changed(['prerequisites: []', 'prerequisites: [reg-0001]'])]],
    ['a.mdx:74:17 ids/unknown a question cannot name itself'],
  ],
  [
    'words that are in no vocabulary',
    [
      [
        'a',
        changed(
          ['roles: [data-scientist]', 'roles: [data-scientits]'],
          ['company: acme', 'company: acmee'],
        ),
      ],
    ],
    [
      'a.mdx:7:9 tags/unknown-role “data-scientits” is not in content/roles.yaml',
      'a.mdx:73:16 tags/unknown-company “acmee” is not in content/companies.yaml',
    ],
  ],
])('%s', (_what, files, expected) => {
  expect(problems(...files)).toEqual(expected)
})

test('a broken file is told, and the others are there', () => {
  const bank = bankOf(['a', changed(['minutes: 5', 'minutes: five'])], ['b', second])
  expect(bank.problems).toHaveLength(1)
  expect([...bank.questions.keys()]).toEqual(['b'])
})

test.each([
  ['a: { title: A }', '1:4 schema/missing a.summary is missing'],
  ['a: { title: A, summary: S, parent: b }', '1:36 tags/unknown-topic there is no topic “b”'],
  ['a: { title: A, summary: S, parent: a }', '1:36 tags/topic-circle “a” is its own ancestor'],
  ['a: { title: A, sumary: S }', '1:16 schema/unknown-key unknown key “sumary”'],
])('topics.yaml: %s', (topics, expected) => {
  const { problems: found } = vocabulariesFrom({ ...sampleVocabularies, topics })
  expect(found.map((each) => `${each.line}:${each.column} ${each.rule} ${each.message}`)).toContain(
    expected,
  )
  expect(found[0]?.path).toBe('content/topics.yaml')
})
