import { expect, test, vi } from 'vitest'
import { assemble, type Question } from '#lib/content/bank.ts'
import type { Finding } from '#lib/content/problem.ts'
import { readProse } from '#lib/content/prose.ts'
import { readQuestion } from '#lib/content/question-file.ts'
import { changed, placed, sample, samplePath, sampleVocabularies } from '#lib/content/sample.ts'
import { vocabulariesFrom } from '#lib/content/vocabularies.ts'
import { figures } from '#lib/figures/index.ts'
import { claims } from './claims.ts'
import { cueStems } from './cue-stems.ts'
import { figureStates } from './figure-states.ts'
import { items } from './items.ts'
import { keyPoints } from './key-points.ts'
import { links } from './links.ts'
import type { Others, Page } from './page.ts'
import { predictions } from './predictions.ts'
import { shortAnswer } from './short-answer.ts'
import { spelling } from './spelling.ts'
import { tags } from './tags.ts'
import { tasks } from './tasks.ts'
import { titles } from './titles.ts'
import { variants } from './variants.ts'

// The dictionaries are read once, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

type Rule = (page: Page, others: Others) => Finding[] | Promise<Finding[]>

const spelt: Rule = (page) => spelling(page, ['Ridgeline'])
const stems: Rule = (page) => cueStems(page, [])
const linked: Rule = ({ prose }, others) =>
  links(prose.links, others, async (path) => {
    const target = [...others.questions.values()].find((each) => each.path === path)
    return target ? readProse(target as Question).anchors : null
  })
const titled: Rule = ({ question, yaml }, others) => titles(question, () => yaml, others)
const rules: Record<string, Rule> = {
  claims,
  figureStates,
  items,
  keyPoints,
  links: linked,
  predictions,
  shortAnswer,
  spelt,
  stems,
  tags,
  tasks,
  titles: titled,
  variants,
}

const otherPath = 'content/questions/regularization/other.mdx'
const other = changed(
  ['reg-0001', 'reg-0002'],
  ['Why does the lasso give zeros?', 'Why does ridge keep everything?'],
  ['related: []', 'related: []\naliases: [older]'],
)

async function findings(rule: Rule, text: string): Promise<string[]> {
  const files = [readQuestion(samplePath, text), readQuestion(otherPath, other)]
  const bank = assemble(files, vocabulariesFrom(sampleVocabularies))
  const [{ question, yaml } = { question: null }] = files
  if (!question || !yaml) throw new Error(JSON.stringify(files[0]?.problems))
  const found = await rule({ question, yaml, prose: readProse(question) }, bank)
  return found.map((each) => `${each.line}:${each.column} ${each.rule} ${each.message}`)
}

test.each(Object.entries(rules))('%s finds nothing in the sample', async (_name, rule) => {
  expect(await findings(rule, sample)).toEqual([])
})

type Change = [from: string, to: string]
type Case = [rule: string, change: Change, at: string, after: number, problem: string]

test.each<Case>([
  [
    'claims',
    ['"beta2 == 0">', '"beta2 == 1">'],
    'beta2 == 1',
    0,
    'claims/false found: beta2 is 0; claimed: exactly 1',
  ],
  [
    'claims',
    ['"beta2 == 0">', '"beta1 > 0 and\n  bet2 == 0">'],
    'bet2',
    0,
    'claims/expression there is no result “bet2” here',
  ],
  [
    'claims',
    ['"beta2 == 0">', '"beta2 = 0">'],
    '"beta2 = 0',
    7,
    'claims/expression unexpected “=”',
  ],
  [
    'claims',
    ['"beta2 == 0">', '"at(budget=400).beta2 > 0">'],
    'at(budget=400',
    0,
    'claims/expression “budget” goes from 0.1 to 4: it is 4 here, not 400.',
  ],
  [
    'claims',
    ['A formula', 'A <Claim assert="beta2 == 0">formula</Claim>'],
    '"beta2 == 0">f',
    1,
    'claims/expression there is no result “beta2” here',
  ],
  [
    'claims',
    ['A formula', 'A <Claim assert="2 + 2 == 5">formula</Claim>'],
    '2 + 2',
    0,
    'claims/false “(2 + 2) = 5” is claimed, and does not hold',
  ],
  [
    'claims',
    [
      'A formula',
      'A <Claim assert="nonzeros == 2" demo="geometry" state="1.budget~0.5">formula</Claim>',
    ],
    'nonzeros',
    0,
    'claims/false found: nonzeros is 1; claimed: exactly 2',
  ],
  [
    'claims',
    ['shows: beta2 == 0', 'shows: beta2 > 0'],
    'beta2 > 0',
    0,
    'claims/false found: beta2 is 0; claimed: more than 0',
  ],
  [
    'claims',
    ['shows: beta2 == 0', "shows: 'beta2 > y'"],
    "'beta2 > y'",
    9,
    'claims/expression there is no result “y” here',
  ],
  [
    'figureStates',
    ['state="1.budget~1"', 'state="1.budget~99"'],
    '1.budget~99',
    0,
    'figures/state “budget” goes from 0.1 to 4: it is 4 here, not 99.',
  ],
  [
    'figureStates',
    ['1.budget~1,', '1.budget~1_bugdet~2,'],
    '1.budget~1_b',
    0,
    `figures/state “bugdet” is not part of “Where the contour meets the budget”, which knows ${Object.keys(figures.geometry.fields).join(', ')}.`,
  ],
  [
    'figureStates',
    ['demo: geometry', 'demo: geometrie'],
    'geometrie',
    0,
    'figures/unknown there is no figure “geometrie”',
  ],
  [
    'items',
    ['text: The absolute,', 'text: The absolute one has corners,'],
    'The absolute one',
    0,
    'items/longest-right in every item the right option is the longest',
  ],
  [
    'items',
    ['text: The squared one', 'text: None of the above'],
    'None of',
    0,
    'items/all-of-the-above “None of the above” tests the test, not the subject',
  ],
  [
    'keyPoints',
    ['    must: true\n', ''],
    'keyPoints',
    0,
    'key-points/no-must no key point is a must',
  ],
  [
    'keyPoints',
    ['cues: [same push]', 'cues: [same push, Absolute Penalty]'],
    'Absolute',
    0,
    'key-points/cue-in-prompt the question itself says “Absolute Penalty”: who repeats it has said nothing',
  ],
  [
    'keyPoints',
    ['cues: [each one shrinks]', 'cues: [lasso]'],
    'lasso]',
    0,
    'key-points/cue-in-prompt the question itself says “lasso”: who repeats it has said nothing',
  ],
  [
    'keyPoints',
    ['cues: [each one shrinks]', 'cues: [each one shrinks, keeps its strength]'],
    'keeps its strength]',
    0,
    'misconceptions/own-words the page itself says “keeps its strength” too, and is right',
  ],
  [
    'keyPoints',
    ['cues: [each one shrinks]', 'cues: [each one shrinks, lies on an axis]'],
    'lies on an axis]',
    0,
    'misconceptions/own-words the page itself says “lies on an axis” too, and is right',
  ],
  [
    'stems',
    ['cues: [same push]', 'cues: [same push, where it saturat]'],
    'where',
    0,
    'key-points/cue-stem “saturat” is no word, and a cue is heard as whole words: no answer has it',
  ],
  [
    'stems',
    ['cues: [each one shrinks]', 'cues: [95% efficien]'],
    '95%',
    0,
    'key-points/cue-stem “efficien” is no word, and a cue is heard as whole words: no answer has it',
  ],
  [
    'links',
    ['A formula', 'A [formula](/questions/nowhere)'],
    '[formula',
    0,
    'links/dead there is no page /questions/nowhere',
  ],
  [
    'links',
    ['A formula', 'A [formula](/topics/trees)'],
    '[formula',
    0,
    'links/dead there is no page /topics/trees',
  ],
  [
    'links',
    ['A formula', 'A [formula](/companies/acme/pilot)'],
    '[formula',
    0,
    'links/dead there is no page /companies/acme/pilot',
  ],
  [
    'links',
    ['A formula', 'A [formula](/nowhere)'],
    '[formula',
    0,
    'links/dead there is no page /nowhere',
  ],
  [
    'links',
    ['A formula', 'A [formula](corner)'],
    '[formula',
    0,
    'links/address “corner” is not an address',
  ],
  [
    'links',
    ['A formula', 'A [formula](javascript:x)'],
    '[formula',
    0,
    'links/address “javascript:x” is not an address',
  ],
  [
    'links',
    ['A formula', 'A [formula](/questions/other#korner)'],
    '[formula',
    0,
    `links/dead-anchor ${otherPath} has no place “#korner”`,
  ],
  [
    'links',
    ['A formula', 'A [formula](/questions/older#korner)'],
    '[formula',
    0,
    `links/dead-anchor ${otherPath} has no place “#korner”`,
  ],
  ...['/demos/paths#axes', '/questions#older', '/about/scoring?x=1#marks'].map((href): Case => [
    'links',
    ['A formula', `A [formula](${href})`],
    '[formula',
    0,
    `links/dead-anchor whether ${href.replace(/[?#].*/, '')} has a place “${href.replace(/.*#/, '#')}” cannot be told`,
  ]),
  [
    'links',
    ['A formula', 'A [formula](/write#vocabulery)'],
    '[formula',
    0,
    'links/dead-anchor /write has no place “#vocabulery”',
  ],
  [
    'shortAnswer',
    ['it charges for and why that selects in a few words. One says what it', 'it'],
    '<Short',
    0,
    'prose/short-answer-length the short answer has 56 words',
  ],
  [
    'spelt',
    ['A formula', 'A fromula'],
    'fromula',
    0,
    'spelling/unknown-word “fromula” is not in the dictionary',
  ],
  [
    'spelt',
    ['Says that the pull', 'Says thaat the pull'],
    'thaat',
    0,
    'spelling/unknown-word “thaat” is not in the dictionary',
  ],
  [
    'tags',
    ['level: senior,', 'level: intern,'],
    'intern, evidence',
    0,
    'tags/level it was asked at level “intern”, which is not among its levels',
  ],
  [
    'tags',
    ['role: data-scientist', 'role: analyst'],
    'analyst',
    0,
    'tags/role it was asked for the role “analyst”, which is not among its roles',
  ],
  [
    'tags',
    ['asked: Explain why', 'asked: Globex wants to know why'],
    'Globex',
    0,
    'tags/company-without-evidence Globex is named, but no encounter says who asked it there',
  ],
  [
    'figureStates',
    ['start: 1.budget~1', 'start: 1.budget~0'],
    '1.budget~0',
    0,
    'figures/state “budget” goes from 0.1 to 4: it is 0.1 here, not 0.',
  ],
  [
    'figureStates',
    ['unlocks="1.budget~2"', 'unlocks="1.budget~9"'],
    '1.budget~9',
    0,
    'figures/state “budget” goes from 0.1 to 4: it is 4 here, not 9.',
  ],
  [
    'predictions',
    ['at(budget=2).beta2 > 0', 'at(budget=2).beta2 > 9'],
    '- { id: stays',
    0,
    'predictions/outcome none of the options happens',
  ],
  [
    'predictions',
    ['at(budget=2).beta2 == 0', 'at(budget=2).beta2 >= 0'],
    '- { id: stays',
    0,
    'predictions/outcome “stays” and “back” happen both',
  ],
  [
    'predictions',
    ['at(budget=2).beta2 > 0', 'at(budget=2).beta9 > 0'],
    'at(budget=2).beta9',
    0,
    'predictions/expression there is no result “at(budget=2).beta9” here',
  ],
  [
    'predictions',
    ['answer: lambda1', 'answer: lambda1 + 9'],
    'lambda1 + 9',
    0,
    'predictions/answer this is 10.75; a number from 0 to 4 is needed',
  ],
  [
    'predictions',
    ['abs: 0.2', 'abs: 1.2'],
    '1.2 }',
    0,
    'predictions/tolerance within 1.2 is right: half of the axis, or more',
  ],
  [
    'predictions',
    ['predict="later"', 'predict="latter"'],
    'latter',
    0,
    'predictions/unknown there is no item “latter” of kind predict',
  ],
  [
    'predictions',
    ['predict="price"', 'predict="later"'],
    'later" />',
    0,
    'predictions/twice “later” is asked here twice',
  ],
  [
    'predictions',
    ['state="1.budget~1" predict', 'state="1.budget~1.1" predict'],
    'later" unlocks',
    0,
    'predictions/state the item asks about geometry 1.budget~1, not about this figure in this state',
  ],
  [
    'predictions',
    [' predict="price"', ''],
    'price\n',
    0,
    'predictions/unasked no figure asks for the prediction “price”',
  ],
  [
    'tasks',
    ['check: beta2 > 0', 'check: betas2 > 0'],
    'betas2 > 0',
    0,
    'tasks/check there is no result “betas2” here',
  ],
  [
    'tasks',
    ['start: 1.budget~1', 'start: 1.budget~2.5'],
    '1.budget~2.5',
    0,
    'tasks/start the goal is reached at the start',
  ],
  [
    'tasks',
    ['solution: 1.budget~2', 'solution: 1.budget~1.1'],
    '1.budget~1.1',
    0,
    'tasks/solution this is no solution: beta2 is 0; wanted: more than 0',
  ],
  [
    'tasks',
    ['solution: 1.budget~2', 'solution: 1.budget~2_b2~1'],
    '1.budget~2_b2~1',
    0,
    'tasks/solution this is no solution: Least squares is 1; wanted: 0.9, as at the start',
  ],
  [
    'tasks',
    ['check: beta2 > 0', 'check: budget1 > 1.995'],
    '1.budget~2',
    0,
    'tasks/margin the solution has a margin of 0.0025; at least 0.005 is wanted',
  ],
  [
    'tasks',
    ['hold: [b1, b2]', 'hold: [b1, b3]'],
    'b3]',
    0,
    'tasks/hold “b3” is no key of the figure “geometry”',
  ],
  [
    'tasks',
    ['<Task id="edge"', '<Task id="edges"'],
    'edges',
    0,
    'tasks/unknown there is no item “edges” of kind task',
  ],
  [
    'tasks',
    ['<Task id="edge" title="Both" />', '<Task id="edge" />\n\n<Task id="edge" title="Again" />'],
    'edge" title="Again"',
    0,
    'tasks/twice the task “edge” stands here twice',
  ],
  [
    'titles',
    ['Why does the lasso give zeros?', 'Why would Ridge keep everything?'],
    'Why would',
    0,
    `titles/near-duplicate nearly the title of ${otherPath}: “Why does ridge keep everything?”`,
  ],
])('%s: %s', async (name, change, at, after, problem) => {
  const text = changed(change)
  expect(await findings(rules[name] as Rule, text)).toEqual([
    `${placed(text, at, after)} ${problem}`,
  ])
})

test('a page without a short answer', async () => {
  const text = sample.replace(/<ShortAnswer[\s\S]*<\/ShortAnswer>/, 'Nothing short.')
  const [found, ...more] = await findings(shortAnswer, text)
  expect(found).toMatch(/ prose\/short-answer there is no <ShortAnswer>$/)
  expect(more).toEqual([])
})

test('a page with two short answers', async () => {
  const [, block = ''] = /(<ShortAnswer[\s\S]*<\/ShortAnswer>)/.exec(sample) ?? []
  const found = await findings(shortAnswer, sample + block)
  expect(found).toEqual([expect.stringContaining('a page has one <ShortAnswer>')])
})

test('a variant is drawn for every seed, or the check says how often it is not', async () => {
  const variant = (accept: string) =>
    changed([
      '  - id: number\n    kind: numeric\n    prompt: What does the lasso make of 0.8 at a price of 0.5?\n    answer: 0.3\n    abs: 0.01\n    why: It subtracts.\n',
      `  - id: number\n    variant:\n      generator: k-means\n      accept: ${accept}\n`,
    ])
  expect(await findings(variants, variant('{ margin: 2 }'))).toEqual([])
  expect(await findings(variants, variant('{ margin: 2, maxTries: 1 }'))).toEqual([
    expect.stringMatching(
      /^44:15 items\/variant-acceptance \d+ of 200 seeds have no sample with a margin of 2$/,
    ),
  ])
})

test.each([
  '/questions/other',
  '/questions/older#the-corner',
  '/questions/other#the-corner',
  '/topics/regularization',
  '/companies/acme/analyst',
  '/demos/paths?s=1.lambda~0.5',
  '/about/scoring',
  '/',
  'https://example.org/a#b',
])('a link to %s arrives', async (href) => {
  expect(await findings(linked, changed(['A formula', `A [formula](${href})`]))).toEqual([])
})

test('a word, a name, a misspelling and a short ending are no stems', async () => {
  const cues = 'saturates, Theil, RANSAC, saem psuh, torch.optim, log p, n_init, max_features'
  expect(await findings(stems, changed(['cues: [same push]', `cues: [${cues}]`]))).toEqual([])
})

test('cues, code and formulas are not spelt', async () => {
  const text = changed(
    ['cues: [same push]', 'cues: [saem psuh]'],
    ['A formula', '`fromula` and $\\operatorname{fromula}$'],
  )
  expect(await findings(spelt, text)).toEqual([])
})

test('a slip is told in every question that has it, however often, and after code that has it too', async () => {
  const slips = Array.from({ length: 8 }, () => 'fromula').join(' ')
  const words: string[] = ['Ridgeline']
  const told = async (text: string) => {
    const { question, yaml } = readQuestion(samplePath, text)
    const page = { question: question!, yaml, prose: readProse(question!) }
    return (await spelling(page, words)).map(({ message }) => message)
  }
  expect(
    await told(changed(['why: It subtracts.', 'why: "`one fromula here` subtracts."'])),
  ).toEqual([])
  expect(await told(changed(['A formula', slips]))).toContain('“fromula” is not in the dictionary')
  expect(await told(changed(['A formula', 'A fromula']))).toEqual([
    '“fromula” is not in the dictionary',
  ])
})
