import { decodeState, figureById, figures } from '#lib/figures/index.ts'
import { didYouMean } from '#lib/content/nearest.ts'
import type { Finding, Place } from '#lib/content/problem.ts'
import { attribute, placeInProp, textProp, walk } from '#lib/content/tree.ts'
import type { Page } from './page.ts'

/** A state is taken as it is written: nothing in it is clamped, rounded or foreign. */
export function figureStates({ question, yaml, prose }: Page): Finding[] {
  const findings: Finding[] = []
  const check = (demo: string, state: string, placeOf: () => Place) => {
    const figure = figureById(demo)
    const { notes } = figure ? decodeState(figure, state) : { notes: [] }
    for (const message of notes) findings.push({ ...placeOf(), rule: 'figures/state', message })
  }
  walk(prose.tree, (node) => {
    const demo = textProp(node, node.name === 'Demo' ? 'id' : 'demo') ?? ''
    for (const key of ['state', 'unlocks']) {
      const state = attribute(node, key)
      if (typeof state?.value === 'string')
        check(demo, state.value, () => placeInProp(prose.text, state, 1))
    }
  })
  question.misconceptions.forEach(({ refute }, index) => {
    if (!refute) return
    const path = ['misconceptions', index, 'refute']
    check(refute.demo, refute.state, () => yaml.placeOf([...path, 'state']))
    if (!figureById(refute.demo))
      findings.push({
        ...yaml.placeOf([...path, 'demo']),
        rule: 'figures/unknown',
        message: `there is no figure “${refute.demo}”`,
        ...didYouMean(refute.demo, Object.keys(figures)),
      })
  })
  question.items.forEach((item, index) => {
    if ('demo' in item && 'state' in item && item.demo && item.state)
      check(item.demo, item.state, () => yaml.placeOf(['items', index, 'state']))
    if (item.kind !== 'task') return
    for (const key of ['start', 'solution'] as const)
      check(item.demo, item[key], () => yaml.placeOf(['items', index, key]))
  })
  return findings
}
