import type { Question } from '#lib/content/bank.ts'
import { evaluateClaim } from '#lib/content/evaluate-claim.ts'
import { didYouMean } from '#lib/content/nearest.ts'
import type { Finding } from '#lib/content/problem.ts'
import { attribute, type Node, placeInProp, textProp, walk } from '#lib/content/tree.ts'
import { decodeState, encodeState, figureById } from '#lib/figures/index.ts'
import { keyedAxes } from '#lib/quiz/grade/predict.ts'
import type { Page } from './page.ts'

type Predict = Extract<Question['items'][number], { kind: 'predict' }>

/** A fault of an item: under which of its keys, from which column on. */
type Fault = Omit<Finding, 'line' | 'column'> & { key: PropertyKey[]; column?: number }

/** A prediction has one outcome that can be predicted, and stands before the figure that shows it. */
export function predictions(page: Page): Finding[] {
  const findings = page.question.items.flatMap((item, index) =>
    (item.kind === 'predict' ? faultsOf(item) : []).map(({ key, column = 1, ...fault }) => ({
      ...page.yaml.placeWithin(['items', index, ...key], column),
      ...fault,
    })),
  )
  return [...findings, ...inTheProse(page)]
}

function faultsOf(item: Predict): Fault[] {
  // A state that cannot be read is told by another rule, with what is wrong in it.
  if (decodeState(figureById(item.demo)!, item.state).notes.length > 0) return []
  return [...outcomes(item), ...answers(item)]
}

/** Exactly one of the options happens. */
function outcomes(item: Predict): Fault[] {
  if (!item.options) return []
  const verdicts = item.options.map(({ when }) => evaluateClaim(when, item))
  const broken = verdicts.flatMap((verdict, nth) =>
    verdict.kind === 'broken' ? [faultOf(verdict, ['options', nth, 'when'])] : [],
  )
  if (broken.length > 0) return broken
  const happen = item.options.filter((_, nth) => verdicts[nth]!.kind === 'holds')
  if (happen.length === 1) return []
  const which = happen.map(({ id }) => `“${id}”`).join(' and ')
  return [
    {
      key: ['options'],
      rule: 'predictions/outcome',
      message: happen.length === 0 ? 'none of the options happens' : `${which} happen both`,
      hint: 'exactly one `when` must hold in the state of the item',
    },
  ]
}

/** Each number can be reached on its axis, and not by just any guess. */
function answers(item: Predict): Fault[] {
  const { range, marker } = item
  const paths = range
    ? [['range']]
    : (['x', 'y'] as const).filter((k) => marker?.[k]).map((k) => ['marker', k])
  return keyedAxes(item).flatMap(({ answer, min, max, abs }, nth): Fault[] => {
    const at = paths[nth]!
    const verdict = evaluateClaim(answer, item, 'number')
    if (verdict.kind === 'broken') return [faultOf(verdict, [...at, 'answer'])]
    const value = verdict.kind === 'holds' ? verdict.result.value : NaN
    if (typeof value !== 'number' || !(value >= min && value <= max))
      return [
        {
          key: [...at, 'answer'],
          rule: 'predictions/answer',
          message: `this is ${value}; a number from ${min} to ${max} is needed`,
        },
      ]
    if (4 * abs <= max - min) return []
    return [
      {
        key: [...at, 'abs'],
        rule: 'predictions/tolerance',
        message: `within ${abs} is right: half of the axis, or more`,
        hint: 'accept less, or ask for a wider axis',
      },
    ]
  })
}

function faultOf(
  { message, column, hint }: { message: string; column: number; hint?: string },
  key: PropertyKey[],
): Fault {
  return { key, column, rule: 'predictions/expression', message, ...(hint && { hint }) }
}

/** Each <Demo predict> asks one of the items, in the item's own state; each item is asked once. */
function inTheProse({ question, prose, yaml }: Page): Finding[] {
  const findings: Finding[] = []
  const items = question.items.filter((item) => item.kind === 'predict')
  const asked = new Set<string>()
  walk(prose.tree, (node) => {
    const given = node.name === 'Demo' ? attribute(node, 'predict') : undefined
    if (typeof given?.value !== 'string') return
    const tell = (finding: Omit<Finding, 'line' | 'column'>) =>
      findings.push({ ...placeInProp(prose.text, given, 1), ...finding })
    const item = items.find(({ id }) => id === given.value)
    if (!item)
      tell({
        rule: 'predictions/unknown',
        message: `there is no item “${given.value}” of kind predict`,
        ...didYouMean(
          given.value,
          items.map(({ id }) => id),
        ),
      })
    else if (asked.has(item.id))
      tell({ rule: 'predictions/twice', message: `“${item.id}” is asked here twice` })
    else if (!isShownBy(node, item))
      tell({
        rule: 'predictions/state',
        message: `the item asks about ${item.demo} ${item.state || '(default state)'}, not about this figure in this state`,
        hint: `write id="${item.demo}" state="${item.state}"`,
      })
    asked.add(given.value)
  })
  // One that is asked wrongly is told once.
  return findings.length > 0 ? findings : items.filter(({ id }) => !asked.has(id)).map(unasked)

  function unasked(item: Predict): Finding {
    return {
      ...yaml.placeOf(['items', question.items.indexOf(item), 'id']),
      rule: 'predictions/unasked',
      message: `no figure asks for the prediction “${item.id}”`,
      hint: `write <Demo id="${item.demo}" state="${item.state}" predict="${item.id}" …>`,
    }
  }
}

function isShownBy(node: Node, { demo, state }: Predict): boolean {
  if (textProp(node, 'id') !== demo) return false
  const figure = figureById(demo)!
  const canonical = (text: string) => encodeState(figure, decodeState(figure, text).state)
  return canonical(textProp(node, 'state') ?? '') === canonical(state)
}
