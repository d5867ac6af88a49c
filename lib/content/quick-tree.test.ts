import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileProse, readExactly, readProse } from './prose.ts'
import { readQuestion } from './question-file.ts'
import { questionPaths } from './question-paths.ts'
import { quickTree } from './quick-tree.ts'

const root = process.cwd()
const bodies = new Map<string, string>()
for (const path of await questionPaths(root))
  bodies.set(path, readQuestion(path, await readFile(join(root, path), 'utf8')).question!.body)

describe('the quick tree', () => {
  test('of every question is the one that MDX makes, with every place', () => {
    let quick = 0
    for (const [path, body] of bodies) {
      if (quickTree(body)) quick++
      const source = { body, bodyLine: 40 }
      expect(shown(readProse(source)), path).toBe(shown(readExactly(source)))
    }
    expect(quick).toBeGreaterThan(bodies.size * 0.8)
  })

  test('has its places behind letters of more than 16 bits too', () => {
    const body = 'One 🙂 and <M l1 /> *two* 🙂 <Claim assert="1 == 1">three</Claim>.\n'
    expect(quickTree(body)).not.toBeNull()
    expect(shown(readProse({ body, bodyLine: 1 }))).toBe(shown(readExactly({ body, bodyLine: 1 })))
  })

  test('is compiled to the same', async () => {
    for (const [path, body] of [...bodies].filter((_, nth) => nth % 6 === 0)) {
      const [quick, exact] = [readProse, readExactly].map((read) => read({ body, bodyLine: 1 }))
      expect(await compileProse(quick!), path).toBe(await compileProse(exact!))
    }
  })

  test('is not made of what only MDX can hand on: expressions, modules, props that are spread', () => {
    for (const body of [
      '{a}',
      'One {1} two',
      'export const a = 1',
      '<Demo {...a} />',
      '<M id={a} />',
    ])
      expect(quickTree(body), body).toBeNull()
  })

  test('is not made of what cannot be read', () => {
    for (const body of ['<Demo', '<Demo>', 'a <b', '{', '</Demo>']) {
      expect(quickTree(body), body).toBeNull()
      expect(readProse({ body, bodyLine: 1 }).findings.map(({ rule }) => rule)).toContain(
        'prose/syntax',
      )
    }
  })

  test('of a part of a question into which something is put is the same, or there is none', () => {
    const part = fc.tuple(fc.constant(sample), fc.nat(), fc.integer({ min: 1, max: 9 }))
    const put = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...marks), fc.nat({ max: 2 })), {
      maxLength: 2,
    })
    let quick = 0
    fc.assert(
      fc.property(part, put, ([body, from, count], all) => {
        const lines = body.split('\n')
        let text = lines.splice(from % lines.length, count).join('\n')
        for (const [at, mark, cut] of all) {
          const place = at % (text.length + 1)
          text = text.slice(0, place) + mark + text.slice(place + cut)
        }
        const source = { body: text, bodyLine: 5 }
        expect(roughly(readProse(source))).toBe(roughly(readExactly(source)))
        if (readExactly(source).findings.length === 0 && quickTree(text)) quick++
      }),
      { numRuns: 1000 },
    )
    expect(quick).toBeGreaterThan(30)
  })
})

/** All that a question is made of. The bank itself would make the test another one with each question. */
const sample = `<ShortAnswer seconds={42}>

Ridge keeps **both**: λ = 1 leaves <Claim assert="1 == 1">half of each</Claim>, and \`alpha\` is *its* name,
as [the figure](#fig-1) says. With $\\beta_1 = 0.5$ and \\{braces\\} nothing changes.

</ShortAnswer>

## Step by step

1. Take $X^\\top X$.
2. Add $n\\lambda$; a line that
   goes on, with <M l2 /> in it.

- One, with 10^{-6} escaped as 10^\\{-6\\}
- Two
  - and a part of it

$$
\\hat\\beta = (X^\\top X + n\\lambda I)^{-1} X^\\top y
$$

<When>

| If | then | because |
| --- | :-: | --: |
| p > n | <M l1 /> | it *chooses* |
| columns alike | <M en ratio={0.5} /> | ~~one~~ both |

</When>

> Quoted, once.

\`\`\`python
x = {"a": 1}  # <b>
\`\`\`

<Demo id="paths" state="1.lambda~0.6" title="The paths">
  What to see: <Claim assert="kept == 2">two are kept</Claim>.
</Demo>
`

/** What Markdown and MDX read in their own way: what has no blank in it, and what has. */
const plain =
  '< > { } $ $$ ` * _ | [ ] ( ) ~~ \\ ! " é &lt; [^1] <M> </Demo> {3} a@b.org www.a.org https://a.org/b'
const broad =
  '\n·\n\n·\t·    ·\u00a0·# ·- ·1. ·```\n·\n> ·\n---\n·\n[^1]: note\n·\n| a |\n| - |\n| 1 |\n'
const marks = ['', ...plain.split(' '), ...broad.split('·')]

/** The two may disagree on whether the blanks of the next line belong to a text, which nothing here asks. */
function roughly(prose: object): string {
  return shown(prose).replaceAll(
    /"position":\{"end":\{[^}]*\},("start":\{[^}]*\}\},"type":"text")/g,
    '$1',
  )
}

/** All that is read here: without the programs of numbers in braces, and with keys in one order. */
function shown(prose: object): string {
  return JSON.stringify(prose, (key, value: unknown) => {
    if (key === 'data') return undefined
    if (value instanceof Set) return [...value]
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
