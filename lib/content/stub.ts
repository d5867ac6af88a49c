import { stringify } from 'yaml'
import type { Bank } from './bank.ts'
import type { FrontMatter } from './front-matter.ts'

/** What must be known of a question before it is written. */
export type Start = Pick<
  FrontMatter,
  'id' | 'title' | 'asked' | 'topic' | 'levels' | 'roles' | 'kind' | 'authors' | 'updated'
> & { source?: string | undefined }

/**
 * A draft that passes the check and says at every place what belongs there. What is left of it is marked
 * TODO, which the check tells as a warning, and as an error once the question is published.
 */
export function stub({ source, ...start }: Start): string {
  const { id, title, asked, topic, levels, roles, kind, authors, updated } = start
  const front = yaml({ id, title, asked, topic, levels, roles, kind, minutes: 8, summary: SUMMARY })
  const from = source ?? 'https://example.org/'
  return `---
${front}
# What an interviewer listens for, 4 to 14. weight 1 to 3; must: sinks the interview; from: the level that
# it is expected at; cues: what candidates literally write, and what the question itself does not say.
keyPoints:
  - id: first
    text: TODO Says the one thing without which the answer fails
    weight: 3
    must: true
    from: ${levels[0]}
    cues: []
  - { id: second, text: TODO Says why it is so, weight: 2, from: ${levels[0]}, cues: [] }
  - { id: third, text: TODO Says when it is not so, weight: 2, from: mid, cues: [] }
  - { id: fourth, text: TODO Gives an example with numbers, weight: 1, from: senior, cues: [] }

# Wrong things that people say; refute: opens the figure state that disproves them.
misconceptions: []

followUps:
  - { ask: TODO What would they ask who missed the first point?, when: 'missed:first', expects: [second] }

# At least two. One of every kind to copy from: /write/kinds. from: the key, to be solved again.
items:
  - id: which
    kind: single
    prompt: TODO Which of these holds?
    why: TODO Why it holds, in a sentence.
    options:
      - { id: one, text: TODO What holds, right: true, why: TODO What makes it hold. }
      - { id: two, text: TODO A mistake that people make, why: TODO What is wrong in it. }
  - id: how-much
    kind: numeric
    prompt: TODO What does 0.8 become, less a price of 0.5?
    answer: 0.3
    abs: 0.005
    from: 0.8 - 0.5
    why: TODO How it is computed.

sources:
  - { title: TODO Where the answer can be read, url: ${JSON.stringify(from)} }
status: draft
${yaml({ authors, updated })}
---

<ShortAnswer seconds={35}>

${ANSWER}

</ShortAnswer>

## TODO The one thing that makes the rest follow

TODO Words, formulas such as $\\lambda$, and the vocabulary of [the guide](/write#vocabulary). A number in the
text stands in a claim: <Claim assert="approx(0.8 - 0.5, 0.3, 1e-9)">0.8 less 0.5 is 0.3</Claim>, and the check
solves it.

## TODO When it is not so
`
}

const SUMMARY =
  'TODO The answer in at most 60 words that stand alone: they are the search result, and the back of the card.'

/** As long as what goes into its place: 60 to 90 words. */
const ANSWER = `TODO The answer as you would say it, aloud, in half a minute. Begin with the decision: what you would do, and
for which case. Then the reason, in words that somebody who does not know it yet can follow. Then the
condition under which the answer is another one, because that is what the next question will be about. End with
what you would check first in practice. Sixty to ninety words; these are as many as that.`

function yaml(value: object): string {
  return stringify(value, { lineWidth: 100, flowCollectionPadding: false }).trimEnd()
}

/** The next free id in the series that the topic's questions are in. Broken files are looked through too. */
export function nextId(topic: string, { files }: Bank, taken: readonly string[] = []): string {
  const known = files.map(({ path, text }) => ({
    folder: path.split('/').at(-2),
    id: /^id:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? '',
  }))
  const prefixes = known
    .filter(({ folder }) => folder === topic)
    .map(({ id }) => id.replace(/-\d+$/, ''))
    .filter((prefix) => prefix !== '')
  const times = (prefix: string) => prefixes.filter((each) => each === prefix).length
  const prefix = prefixes.toSorted((a, b) => times(b) - times(a))[0] ?? topic.split('-')[0]!
  const numbers = [...known.map(({ id }) => id), ...taken]
    .filter((id) => id.startsWith(`${prefix}-`))
    .map((id) => Number(id.slice(prefix.length + 1)) || 0)
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`
}

/** A title as an address: at most eight words that say something. */
export function slugFor(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean)
  const telling = words.filter((word) => !empty.has(word))
  return (telling.length > 0 ? telling : words).slice(0, 8).join('-') || 'question'
}

const empty = new Set(
  'a an and are do does for how if in is it of on or s the to what would you'.split(' '),
)

/** A question as a heading: its first sentence; where that is longer than 90 characters, as far as a comma, or cut between words. */
export function titleFor(asked: string): string {
  const [first = asked] = /^.*?[?.!](?=\s|$)/.exec(asked) ?? []
  if (first.length <= 90) return first.replace(/\.$/, '')
  // A clause that is a question by itself is better than words without their end.
  const [, clause = ''] = /^(.{30,88})(?:[,;:]| [–—-]) /.exec(first) ?? []
  if (clause) return first.endsWith('?') ? `${clause}?` : clause
  return `${first.slice(0, 89).replace(/[\s,;:]+\S*$/, '')}…`
}
