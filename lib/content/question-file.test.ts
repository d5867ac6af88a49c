import { expect, test } from 'vitest'
import { readQuestion } from './question-file.ts'
import { changed, placed, sample, samplePath } from './sample.ts'

function problems(text: string, path = samplePath): string[] {
  return readQuestion(path, text).problems.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  )
}

test('a sound file is a question', () => {
  const { question, problems: found } = readQuestion(samplePath, sample)
  expect(found).toEqual([])
  expect(question).toMatchObject({
    id: 'reg-0001',
    slug: 'why-zeros',
    path: samplePath,
    aliases: [],
  })
  expect(question?.contentHash).toMatch(/^[0-9a-f]{64}$/)
})

test('the body begins on the line below the front matter', () => {
  const { question } = readQuestion(samplePath, sample)
  const lines = sample.split('\n')
  expect(question?.body.split('\n')).toEqual(lines.slice((question?.bodyLine ?? 0) - 1))
  expect(lines[(question?.bodyLine ?? 0) - 2]).toBe('---')
})

test('line ends and a byte order mark change nothing', () => {
  const windows = readQuestion(samplePath, `\uFEFF${sample.replaceAll('\n', '\r\n')}`)
  expect(windows.question).toEqual(readQuestion(samplePath, sample).question)
})

test.each<[string, [from: string, to: string], ...[at: string, problem: string][]]>([
  [
    'an unknown key',
    ['minutes: 5', 'minuets: 5'],
    ['id:', 'schema/missing minutes is missing'],
    ['minuets', 'schema/unknown-key unknown key “minuets”'],
  ],
  [
    'an unknown key deep inside',
    ['    weight: 3', '    wieght: 3'],
    ['id: corner', 'schema/missing keyPoints[1].weight is missing'],
    ['wieght', 'schema/unknown-key unknown key “wieght”'],
  ],
  [
    'an unknown key in an option of an item',
    ['text: The squared one', 'txt: The squared one'],
    ['{ id: b', 'schema/missing items[1].options[2].text is missing'],
    ['txt', 'schema/unknown-key unknown key “txt”'],
  ],
  [
    'a kind of item that there is not',
    ['kind: numeric', 'kind: numerical'],
    [
      'numerical',
      'schema/choice items[2].kind must be one of single, multiple, numeric, ordering, matching, fill, plot, spot, claim, predict, task, variant, not “numerical”',
    ],
  ],
  [
    'a word that is not among the choices',
    ['from: mid', 'from: middle'],
    ['middle', 'schema/choice keyPoints[2].from must be one of intern, mid, senior, not “middle”'],
  ],
  [
    'text where a number belongs',
    ['minutes: 5', 'minutes: five'],
    ['five', 'schema/type minutes must be a number, not “five”'],
  ],
  [
    'a number out of range',
    ['minutes: 5', 'minutes: 46'],
    ['46', 'schema/range minutes is 46; it must be at most 45'],
  ],
  [
    'a fraction',
    ['minutes: 5', 'minutes: 5.5'],
    ['5.5', 'schema/type minutes must be a whole number, not “5.5”'],
  ],
  [
    'a title too long',
    ['Why does the lasso give zeros?', 'a'.repeat(91)],
    ['aaaa', 'schema/range title has 91 characters; at most 90'],
  ],
  [
    'a summary too long',
    ['The pull of L1 keeps', 'word '.repeat(60)],
    ['word', 'schema/value summary: 64 words; at most 60'],
  ],
  [
    'an empty list',
    ['levels: [mid, senior]', 'levels: []'],
    ['[]', 'schema/range levels has 0 entries; at least 1'],
  ],
  [
    'a word said twice',
    ['[mid, senior]', '[mid, mid]'],
    ['mid]', 'schema/value levels[2]: said twice'],
  ],
  [
    'two key points of one id',
    ['id: pull', 'id: "corner"'],
    ['"corner"', 'schema/value keyPoints[2].id: “corner” is taken'],
  ],
  [
    'a date that does not exist',
    ['2026-11-23', '2026-11-31'],
    ['2026-11-31', 'schema/format updated: a date that exists: 2026-11-23'],
  ],
  [
    'an address that is none',
    ['https://example.org/lasso', 'example.org/lasso'],
    ['example.org', 'schema/format sources[1].url: an address beginning with https:// or http://'],
  ],
  [
    'evidence without its address',
    ['evidence: submitted', 'evidence: public-url'],
    ['public-url', 'tags/evidence-url encounters[1].evidence: evidence public-url needs the url'],
  ],
  [
    'a number to be computed without a tolerance',
    ['    abs: 0.01\n', ''],
    ['0.3', 'items/tolerance items[2].answer: give one tolerance: `abs` or `rel`'],
  ],
  [
    'a follow-up for a key point that is not there',
    ['missed:corner', 'missed:corners'],
    ["'missed:corners'", 'schema/key-point there is no key point “corners”'],
  ],
  [
    'an expectation that is not there',
    ['expects: [corner, pull]', 'expects: [corner, shove]'],
    ['shove', 'schema/key-point there is no key point “shove”'],
  ],
  [
    'a colon without quotes',
    ['Why does the lasso', 'Lasso: why does it'],
    ['Lasso: why', 'yaml/syntax nested mappings are not allowed in compact mappings'],
  ],
  [
    'a key given twice',
    ['minutes: 5', '"kind": concept'],
    ['"kind"', 'yaml/syntax map keys must be unique'],
  ],
  [
    'no front matter',
    ['---\nid', 'id'],
    ['id', 'schema/front-matter the file does not begin with front matter'],
  ],
])('%s', (_what, change, ...expected) => {
  const text = changed(change)
  expect(problems(text)).toEqual(expected.map(([at, problem]) => `${placed(text, at)} ${problem}`))
})

test('indentation by a tab says what to do', () => {
  const { problems: found } = readQuestion(
    samplePath,
    changed(['  - id: corner', '\t- id: corner']),
  )
  expect(found[0]).toMatchObject({ line: 12, rule: 'yaml/syntax', hint: 'indent with spaces' })
})

test('front matter that never ends', () => {
  expect(problems('---\nid: reg-0001\n')).toEqual([
    '1:1 schema/front-matter the front matter is not closed by a line of three hyphens',
  ])
})

test('the topic is the folder, and the name can be an address', () => {
  expect(problems(sample, 'content/questions/trees/Why zeros.mdx')).toEqual([
    '1:1 schema/file-name “Why zeros.mdx” cannot be an address',
    '5:8 schema/topic-folder topic “regularization” in the folder “trees”',
  ])
})

test.each([
  [['minutes: 5', 'minuets: 5'] as const, 'did you mean “minutes”?'],
  [['kind: concept', 'kind: concpet'] as const, 'did you mean “concept”?'],
  [
    ['    kind: numeric', '    kind: rubric'] as const,
    'the rubric is the question itself: write keyPoints, and followUps for what is asked next, each with the key points it expects',
  ],
  [['id: reg-0001', 'id: reg-1'] as const, undefined],
])('%s: %s', ([from, to], hint) => {
  const hints = readQuestion(samplePath, changed([from, to])).problems.map((each) => each.hint)
  expect(hints).toContain(hint)
})
