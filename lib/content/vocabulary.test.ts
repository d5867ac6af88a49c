import { expect, test } from 'vitest'
import { evaluateClaim } from './evaluate-claim.ts'
import { readProse } from './prose.ts'
import { textProp, walk } from './tree.ts'
import { type Component, vocabulary } from './vocabulary.ts'

const components = Object.entries(vocabulary) as [string, Component][]

test.each(components)('the example of %s can be pasted', (name, { example }) => {
  const { tree, findings } = readProse({ body: example, bodyLine: 1 })
  expect(findings.map(({ rule }) => rule)).toEqual([])
  walk(tree, (node, ancestors) => {
    const assert = node.name === 'Claim' ? textProp(node, 'assert') : null
    const demo = ancestors.find((each) => each.name === 'Demo')
    const state = demo && { demo: 'geometry' as const, state: textProp(demo, 'state') ?? '' }
    if (assert) expect(evaluateClaim(assert, state ?? null)).toMatchObject({ kind: 'holds' })
  })
  expect(example).toContain(`<${name}`)
})

test.each(components)('the props of %s are documented and consistent', (_name, component) => {
  const { props, exactlyOne = [], together = [] } = component
  for (const prop of Object.values(props)) expect(prop.about).not.toBe('')
  for (const key of [...exactlyOne, ...together]) expect(props).toHaveProperty(key)
})
