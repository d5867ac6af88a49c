import { expect, test, vi } from 'vitest'
import { assemble } from '#lib/content/bank.ts'
import { checkBank } from '#lib/content/check.ts'
import { mend } from '#lib/content/mend.ts'
import type { Problem } from '#lib/content/problem.ts'
import { readQuestion } from '#lib/content/question-file.ts'
import { changed, placed, sample, samplePath, sampleVocabularies } from '#lib/content/sample.ts'
import { vocabulariesFrom } from '#lib/content/vocabularies.ts'
import type { Break } from './entry.ts'
import { type RuleId, rules } from './index.ts'

// The dictionaries are read once, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const vocabularies = vocabulariesFrom(sampleVocabularies)
const other = readQuestion(
  'content/questions/regularization/other.mdx',
  changed(
    ['reg-0001', 'reg-0002'],
    ['Why does the lasso give zeros?', 'Why does ridge keep everything?'],
    ['topic', 'aliases: [older]\ntopic'],
  ),
)

/** All that the check says of the sample with `text` in it, beside another sound question. */
async function problemsIn(text: string, path = samplePath): Promise<Problem[]> {
  const bank = assemble([readQuestion(path, text), other], vocabularies)
  return checkBank(bank, ['Ridgeline', 'Globex'], [path])
}

const breaks = [...rules].flatMap(([rule, { breaks: list }]) =>
  list.map((each) => [rule, each] as [RuleId, Break]),
)

test('a hundred broken files, and no rule without an example', () => {
  expect(breaks.length).toBeGreaterThanOrEqual(100)
  const bare = [...rules].filter(([, entry]) => entry.breaks.length === 0 && !entry.shown)
  expect(bare).toEqual([])
})

test.each(breaks)('%s: %j', async (rule, [good, bad, more = {}]) => {
  const { over, at, path, with: others = [] } = more
  const sound = over === undefined ? sample : changed([over, good])
  if (!path) expect(said(await problemsIn(sound))).toEqual([])
  const marked = changed([over ?? good, bad])
  const text = marked.replace('▸', '')
  const found = await problemsIn(text, path && `content/questions/${path}`)
  const place = at === undefined ? placed(marked, '▸') : placed(text, at)
  expect(said(found)).toContain(`${place} ${rule}`)
  const named = [...new Set(found.map((problem) => problem.rule))]
  expect(named.toSorted()).toEqual([rule, ...others].toSorted())
  expect(found.find((problem) => problem.rule === rule)?.severity).toBe(
    rules.get(rule)?.severity ?? 'error',
  )
})

const mendable = breaks.filter(([, [, , more]]) => !more?.path)

test('what --fix would write is sound, or at least no longer what it was', async () => {
  let mended = 0
  for (const [rule, [good, bad, more = {}]] of mendable) {
    const text = changed([more.over ?? good, bad]).replace('▸', '')
    const problems = await problemsIn(text)
    const result = mend(text, problems)
    if (result.mended === 0) continue
    mended += 1
    const left = said(await problemsIn(result.text))
    expect([rule, bad, left.filter((each) => said(problems).includes(each))]).toEqual([
      rule,
      bad,
      [],
    ])
  }
  expect(mended).toBeGreaterThan(15)
})

function said(problems: readonly Problem[]): string[] {
  return problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`)
}
