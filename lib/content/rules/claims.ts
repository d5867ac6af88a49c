import { figureById, type FigureId } from '#lib/figures/index.ts'
import { evaluateClaim, type Subject, type Verdict } from '#lib/content/evaluate-claim.ts'
import type { Finding, Place } from '#lib/content/problem.ts'
import { attribute, type Node, placeInProp, textProp, walk } from '#lib/content/tree.ts'
import type { Page } from './page.ts'

/** Claims in the prose and refutations of misconceptions, each in the state of its figure. */
export function claims({ question, yaml, prose }: Page): Finding[] {
  const findings: Finding[] = []
  const judge = (text: string, subject: Subject, placeOf: (column: number) => Place) => {
    const verdict = evaluateClaim(text, subject)
    if (verdict.kind !== 'holds') findings.push(tell(verdict, placeOf))
  }
  walk(prose.tree, (node, ancestors) => {
    const given = node.name === 'Claim' ? attribute(node, 'assert') : undefined
    if (typeof given?.value !== 'string') return
    const subject = subjectOf(textProp(node, 'demo') === null ? ancestors.findLast(isDemo) : node)
    if (subject !== 'unknown')
      judge(given.value, subject, (column) => placeInProp(prose.text, given, column))
  })
  question.misconceptions.forEach(({ refute }, index) => {
    if (!refute || !isFigure(refute.demo)) return
    const path = ['misconceptions', index, 'refute', 'shows']
    const subject = { demo: refute.demo, state: refute.state }
    judge(refute.shows, subject, (column) => yaml.placeWithin(path, column))
  })
  return findings
}

function isDemo(node: Node): boolean {
  return node.name === 'Demo'
}

function isFigure(id: string): id is FigureId {
  return figureById(id) !== undefined
}

/** An unknown figure is told once, by the vocabulary. */
function subjectOf(node: Node | undefined): Subject | 'unknown' {
  if (!node) return null
  const demo = textProp(node, node.name === 'Demo' ? 'id' : 'demo') ?? ''
  return isFigure(demo) ? { demo, state: textProp(node, 'state') ?? '' } : 'unknown'
}

function tell(
  verdict: Exclude<Verdict, { kind: 'holds' }>,
  placeOf: (column: number) => Place,
): Finding {
  if (verdict.kind === 'fails')
    return {
      ...placeOf(1),
      rule: 'claims/false',
      message: verdict.message,
      hint: 'mend the sentence or the state',
    }
  const { message, column, hint } = verdict
  return { ...placeOf(column), rule: 'claims/expression', message, ...(hint && { hint }) }
}
