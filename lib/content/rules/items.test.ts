import { expect, test } from 'vitest'
import { assemble } from '#lib/content/bank.ts'
import { readProse } from '#lib/content/prose.ts'
import { readQuestion } from '#lib/content/question-file.ts'
import { changed, placed, samplePath, sampleVocabularies } from '#lib/content/sample.ts'
import { vocabulariesFrom } from '#lib/content/vocabularies.ts'
import { figureStates } from './figure-states.ts'
import { items } from './items.ts'
import type { Rule } from './page.ts'

const before = '  - id: which\n    kind: single\n'

const ordering = (text: string) => `  - id: order
    kind: ordering
    prompt: In which order?
    why: Each needs the one before.
    steps:
      - { id: split, text: Split the rows }
      - { id: fit, text: ${text} }
      - { id: report, text: Report the error }
`
const fill = (prompt: string) => `  - id: word
    kind: fill
    prompt: ${prompt}
    why: It is its name.
    accept: [cross-validation, CV]
`
const claim = (other: string) => `  - id: so
    kind: claim
    prompt: Is it so?
    statement: Ridge selects.
    truth: false
    why: It is round.
    reasons:
      - { id: round, text: Its ball has no corners at all, right: true }
      - { id: flat, text: ${other} }
      - { id: none, text: Its ball is small }
`
const plot = (state: string) => `  - id: place
    kind: plot
    prompt: Where?
    why: There.
    demo: geometry
    state: ${state}
    regions:
      - { id: here, label: Here, x: [0, 1], y: [0, 1], right: true }
      - { id: there, label: There, x: [2, 3], y: [0, 1] }
`

test.each([
  [items, ordering('Fit the model'), null, ''],
  [items, ordering('Then fit the model'), 'Then fit', 'items/told-order “Then fit the model” says'],
  [items, ordering('2. Fit the model'), '2. Fit', 'items/told-order'],
  [items, ordering('Firstborn models are fitted'), null, ''],
  [items, fill('How is λ chosen?'), null, ''],
  [items, fill('What does Cross Validation do?'), 'cross-validation,', 'items/given-away'],
  [items, fill('What is a CVS?'), null, ''],
  [items, claim('None of the above'), 'None of the above', 'items/all-of-the-above'],
  [items, claim('Its ball is flat'), null, ''],
  [figureStates, plot('1.budget~1'), null, ''],
  [figureStates, plot('1.budget~99'), '1.budget~99', 'figures/state'],
] as [Rule, string, string | null, string][])('%#', async (rule, item, at, problem) => {
  const text = changed([before, item + before])
  const found = await findings(rule, text)
  if (at === null) return expect(found).toEqual([])
  expect(found).toEqual([expect.stringContaining(`${placed(text, at)} ${problem}`)])
})

test.each(['right', 'wrong-sign', 'answer', 'distractor-2', 'trap1'])(
  'the id “%s” tells which option is right',
  async (id) => {
    const found = await findings(
      items,
      changed(['{ id: a, text: The abs', `{ id: ${id}, text: The abs`]),
    )
    expect(found).toEqual([expect.stringContaining(`items/telling-id “${id}” says`)])
  },
)

test.each(['false-positives', 'right-skewed', 'standard-error', 'key-column'])(
  'the id “%s” does not',
  async (id) => {
    const text = changed(['{ id: a, text: The abs', `{ id: ${id}, text: The abs`])
    expect(await findings(items, text)).toEqual([])
  },
)

async function findings(rule: Rule, text: string): Promise<string[]> {
  const file = readQuestion(samplePath, text)
  const bank = assemble([file], vocabulariesFrom(sampleVocabularies))
  const { question, yaml } = file
  if (!question) throw new Error(JSON.stringify(file.problems))
  const found = rule({ question, yaml, prose: readProse(question) }, bank)
  return found.map((each) => `${each.line}:${each.column} ${each.rule} ${each.message}`)
}
