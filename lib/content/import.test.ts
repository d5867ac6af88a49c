import { expect, test } from 'vitest'
import { assemble } from './bank.ts'
import { checkBank } from './check.ts'
import { planImport } from './import.ts'
import { readList } from './question-list.ts'
import { readQuestion } from './question-file.ts'
import { sample, samplePath, sampleVocabularies } from './sample.ts'
import { stub } from './stub.ts'
import { vocabulariesFrom } from './vocabularies.ts'

const vocabularies = vocabulariesFrom({
  ...sampleVocabularies,
  topics: `${sampleVocabularies.topics}trees: { title: Trees and ensembles, summary: Splits. }\n`,
})
const bank = assemble([readQuestion(samplePath, sample)], vocabularies)
const settings = { authors: ['Ada'], updated: '2026-11-29' }

/** Forms as they occur in public lists. */
const list = `# Questions

- [Regularization](#regularization)
- [Trees](#trees)

## 1. Regularisation

1. What does the ridge penalty do to correlated features?
2. [Explain the elastic net.](https://example.org/net)
3. Coordinate descent
4. Why does the lasso give zeros?

## Trees and ensembles

**What is bagging, and why does it help? 👶**

It averages.

- over trees
- over samples

**Which trees does boosting grow? 🚀**

#### 7) Implement a split search for a [gini](https://example.org/gini) tree [[src](https://example.org/q7)]

| # | Question | Level | Company |
| - | --- | --- | --- |
| 1 | How deep should a tree grow? | Senior | Acme |
| 2 |  | Junior | |

<details><summary><b>Q9. When does a random forest overfit?</b></summary>

Rarely.

</details>

## Miscellaneous

- Statistics
  - What is a p-value, to a product manager?
`

test('reads lists, headings, bold lines, tables and folded answers', () => {
  const { questions, unread } = readList(list)
  expect(questions.map(({ line, asked, under }) => [line, asked, under.at(-1)])).toEqual([
    [8, 'What does the ridge penalty do to correlated features?', '1. Regularisation'],
    [9, 'Explain the elastic net.', '1. Regularisation'],
    [11, 'Why does the lasso give zeros?', '1. Regularisation'],
    [15, 'What is bagging, and why does it help?', 'Trees and ensembles'],
    [22, 'Which trees does boosting grow?', 'Trees and ensembles'],
    [24, 'Implement a split search for a gini tree', 'Trees and ensembles'],
    [31, 'When does a random forest overfit?', 'Trees and ensembles'],
    [40, 'What is a p-value, to a product manager?', 'Statistics'],
  ])
  expect(questions[1]?.source).toBe('https://example.org/net')
  expect(questions[5]?.source).toBe('https://example.org/q7')
  expect(unread.map(({ line, text, why }) => [line, text, why])).toEqual([
    [10, 'Coordinate descent', 'it asks nothing'],
  ])
})

test('a table under a heading that asks nothing', () => {
  const table = list.slice(list.indexOf('| #'), list.indexOf('<details>'))
  const { questions, unread } = readList(`## Trees\n\n${table}`)
  expect(questions).toMatchObject([
    {
      line: 5,
      asked: 'How deep should a tree grow?',
      columns: { '#': '1', Level: 'Senior', Company: 'Acme' },
    },
  ])
  expect(unread.map(({ line, why }) => [line, why])).toEqual([
    [6, 'the cell for the question is empty'],
  ])
  expect(readList('| a | b |\n| - | - |\n| x | y |').unread).toMatchObject([
    { line: 1, why: 'no column of this table holds questions' },
  ])
})

/* As they stand in public repositories: each with its slips. */
const styles: Record<
  string,
  [markdown: string, asked: [number, string][], unread: [number, string][]]
> = {
  'numbered lists in sections, answers below them': [
    `## Statistics

1. What is the central limit theorem?

   It is about means.
2) Explain p-values to a manager.
3. Bayes' theorem
    1. When does the base rate matter most?
`,
    [
      [3, 'What is the central limit theorem?'],
      [6, 'Explain p-values to a manager.'],
      [8, 'When does the base rate matter most?'],
    ],
    [],
  ],
  'a table, its question in the second column, with an empty cell and a pipe': [
    `| No. | Question | Difficulty |
|:---:|:---------|-----------:|
| 1 | What does \`P(A \\| B)\` mean? | Easy |
| 2 |  | Hard |
| 3 | How would you sample from a stream? | Hard |
`,
    [
      [3, 'What does P(A | B) mean?'],
      [5, 'How would you sample from a stream?'],
    ],
    [[4, 'the cell for the question is empty']],
  ],
  'Q: and A:, alone, in pairs, in bold, over several lines': [
    `Why should you read this?

Q: What is a confounder?
A: Something that causes both.

**Q2.** How do you
find one?
Ans: By a graph.
Q3) Why is adjusting for a collider wrong?

A: It opens a path.

- with an example
- with another
`,
    [
      [3, 'What is a confounder?'],
      [6, 'How do you find one?'],
      [9, 'Why is adjusting for a collider wrong?'],
    ],
    [[1, 'a question in prose: make it an item of a list, or begin it with Q:']],
  ],
  'headings with answers, one of them a list of further questions': [
    `# Trees

### Q1: What is entropy? [[↑](#top)]

A sum.

1. of logarithms
2. of shares

### What would they ask about boosting?

- Why are its trees small?
- What does the learning rate do?
- Stumps

### 2. Pruning of trees

By cost.
`,
    [
      [3, 'What is entropy?'],
      [10, 'What would they ask about boosting?'],
      [12, 'Why are its trees small?'],
      [13, 'What does the learning rate do?'],
      [16, 'Pruning of trees'],
    ],
    [[14, 'it asks nothing']],
  ],
  'details with a summary, open ones and one that asks nothing': [
    `<details>
<summary>What is dropout?</summary>

It leaves out.

</details>
<details open><summary><b>2. Why does batch normalisation help?</b></summary>
Smoothness.
</details>

<details><summary>Hints</summary>Read.</details>
`,
    [
      [1, 'What is dropout?'],
      [6, 'Why does batch normalisation help?'],
    ],
    [[11, 'it asks nothing']],
  ],
}

test.each(Object.entries(styles))('%s', (_style, [markdown, asked, unread]) => {
  const found = readList(markdown)
  expect(found.questions.map((each) => [each.line, each.asked])).toEqual(asked)
  expect(found.unread.map(({ line, why }) => [line, why])).toEqual(unread)
})

test('plans drafts by topic and level, and says what it leaves and why', () => {
  const { questions, unread } = readList(list)
  const plan = planImport(questions, unread, bank, settings)
  expect(plan.drafts.map(({ path, start }) => [path, start.id, start.levels[0]])).toEqual([
    ['content/questions/regularization/ridge-penalty-correlated-features.mdx', 'reg-0002', 'mid'],
    ['content/questions/regularization/explain-elastic-net.mdx', 'reg-0003', 'mid'],
    ['content/questions/trees/bagging-why-help.mdx', 'trees-0001', 'intern'],
    ['content/questions/trees/which-trees-boosting-grow.mdx', 'trees-0002', 'senior'],
    ['content/questions/trees/implement-split-search-gini-tree.mdx', 'trees-0003', 'mid'],
    ['content/questions/trees/when-random-forest-overfit.mdx', 'trees-0004', 'mid'],
  ])
  expect(plan.left.map(({ line, why }) => [line, why])).toEqual([
    [10, 'it asks nothing'],
    [11, `nearly the title of ${samplePath}`],
    [40, 'its topic is not known: give --topic'],
  ])
  expect(plan.notes).toEqual([
    '3 had an answer in the list, which was not taken: it is somebody else’s.',
  ])
})

test('every draft passes the check, with warnings alone', { timeout: 60_000 }, async () => {
  const { questions, unread } = readList(list)
  const { drafts } = planImport(questions, unread, bank, settings)
  const files = drafts.map(({ path, start }) => readQuestion(path, stub(start)))
  const whole = assemble([...bank.files, ...files], vocabularies)
  const problems = await checkBank(
    whole,
    ['Ridgeline'],
    drafts.map(({ path }) => path),
  )
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(
    new Set(['drafts/todo', 'spelling/unknown-word']),
  )
  const again = planImport(questions, unread, whole, settings)
  expect(again.drafts).toEqual([])
})
