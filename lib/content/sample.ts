/** A complete question for tests, with nothing wrong in it. */
export const sample = `---
id: reg-0001
title: Why does the lasso give zeros?
asked: Explain why an absolute penalty selects and a squared one does not.
topic: regularization
levels: [mid, senior]
roles: [data-scientist]
kind: concept
minutes: 5
summary: The pull of L1 keeps its strength near zero.
keyPoints:
  - id: corner
    text: Says that the corner lies on an axis
    weight: 3
    must: true
    from: intern
    cues: [corner, diamond]
  - id: pull
    text: Says that the pull does not fade
    weight: 2
    from: mid
    cues: [same push]
  - { id: soft, text: Names the soft threshold, weight: 1, from: senior, cues: [] }
  - { id: ridge, text: Says that ridge divides, weight: 1, from: senior, cues: [divides] }
misconceptions:
  - id: shrinks
    claim: Every coefficient shrinks.
    cues: [each one shrinks]
    why: Only the whole vector must.
    refute: { demo: geometry, state: 1.budget~1, look: The second one is gone., shows: beta2 == 0 }
followUps:
  - { ask: Draw it., when: 'missed:corner', expects: [corner, pull] }
items:
  - id: which
    kind: single
    prompt: Which one selects?
    why: Corners select.
    options:
      - { id: a, text: The absolute, right: true, why: It has corners. }
      - { id: b, text: The squared one, why: It is round. }
  - id: number
    kind: numeric
    prompt: What does the lasso make of 0.8 at a price of 0.5?
    answer: 0.3
    abs: 0.01
    why: It subtracts.
  - id: later
    kind: predict
    prompt: What becomes of the second one at a budget of 2?
    demo: geometry
    state: 1.budget~1
    options:
      - { id: stays, text: It stays, when: at(budget=2).beta2 == 0 }
      - { id: back, text: It comes back, when: at(budget=2).beta2 > 0 }
    why: The contact leaves the corner.
  - id: price
    kind: predict
    prompt: What is the price?
    demo: geometry
    state: 1.budget~1
    range: { label: Price, min: 0, max: 4, step: 0.1, answer: lambda1, abs: 0.2 }
    why: It is the greater of the two pulls.
  - id: edge
    kind: task
    prompt: Give L1 so much that it keeps both.
    demo: geometry
    start: 1.budget~1
    check: beta2 > 0
    solution: 1.budget~2
    hold: [b1, b2]
    why: The contact leaves the corner.
encounters:
  - { company: acme, role: data-scientist, level: senior, evidence: submitted }
prerequisites: []
related: []
sources:
  - title: The lasso
    url: https://example.org/lasso
status: published
authors: [ridgeline]
updated: 2026-11-23
---

<ShortAnswer seconds={35}>

${'One says what it charges for and why that selects in a few words. '.repeat(5).trim()}

</ShortAnswer>

## The corner

A formula $\\lambda$ and a figure.

<Demo id="geometry" state="1.budget~1" predict="later" unlocks="1.budget~2">

- <Claim assert="beta2 == 0">The second is zero</Claim>.

</Demo>

<Demo id="geometry" state="1.budget~1_rho~0.5" predict="price" />

<Task id="edge" title="Both" />
`

export const samplePath = 'content/questions/regularization/why-zeros.mdx'

/** The YAML files of content/, as short as can be. */
export const sampleVocabularies = {
  topics: 'regularization: { title: Regularization, summary: Penalties. }\n',
  roles: 'data-scientist: { title: Data scientist }\nanalyst: { title: Analyst }\n',
  companies: 'acme: { title: Acme }\nglobex: { title: Globex }\n',
  skills: '',
}

/** The sample with one text put in the place of another, which must be there. */
export function changed(...changes: [from: string, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sample has no “${from}”`)
    return text.replace(from, () => to)
  }, sample)
}

/** "line:column" of the first place where `part` stands in `text`; where it ends if `after`. */
export function placed(text: string, part: string, after = 0): string {
  const offset = text.indexOf(part) + after
  if (offset < after) throw new Error(`there is no “${part}”`)
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}
