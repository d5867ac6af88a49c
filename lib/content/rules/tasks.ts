import type { Question } from '#lib/content/bank.ts'
import { evaluateClaim } from '#lib/content/evaluate-claim.ts'
import { didYouMean } from '#lib/content/nearest.ts'
import type { Finding } from '#lib/content/problem.ts'
import { attribute, placeInProp, textProp, walk } from '#lib/content/tree.ts'
import { evaluate, parse } from '#lib/figures/expression.ts'
import { decodeState, figureById } from '#lib/figures/index.ts'
import { remember } from '#lib/figures/remember.ts'
import { scopeWithReach } from '#lib/figures/scope.ts'
import { score } from '#lib/quiz/grade/item.ts'
import type { Page } from './page.ts'

type Task = Extract<Question['items'][number], { kind: 'task' }>

/** A fault of an item: under which of its keys, from which column on. */
type Fault = Omit<Finding, 'line' | 'column'> & { key: PropertyKey[]; column?: number | undefined }

/** Of a solution: half a percent of slack, or of a count 0.005 decades (1.2 %) of the penalty. */
const leastMargin = 0.005

/** A task can be solved, is not solved to begin with, and stands in the prose at most once. */
export function tasks(page: Page): Finding[] {
  const findings = page.question.items.flatMap((item, index) =>
    (item.kind === 'task' ? solved(item) : []).map(({ key, column = 1, ...fault }) => ({
      ...page.yaml.placeWithin(['items', index, ...key], column),
      ...fault,
    })),
  )
  return [...findings, ...misplaced(page)]
}

/** A margin takes some hundred solves, and a file is checked again and again while it is written. */
const solved = remember(JSON.stringify, faultsOf, 500)

function faultsOf(item: Task): Fault[] {
  const { demo, start, check, solution } = item
  const figure = figureById(demo)!
  const strange = unknownKeys(item)
  // A state that cannot be read is told by another rule, with what is wrong in it.
  const isReadable = [start, solution].every(
    (state) => decodeState(figure, state).notes.length === 0,
  )
  if (strange.length > 0 || !isReadable) return strange
  const began = evaluateClaim(check, { demo, state: start })
  if (began.kind === 'broken') {
    const { kind: _, ...rest } = began
    return [{ key: ['check'], rule: 'tasks/check', ...rest }]
  }
  return [...(began.kind === 'holds' ? [solvedAtStart] : []), ...unsolved(item), ...narrow(item)]
}

const solvedAtStart: Fault = {
  key: ['start'],
  rule: 'tasks/start',
  message: 'the goal is reached at the start',
  hint: 'start farther away',
}

function unknownKeys({ demo, hold }: Task): Fault[] {
  const known = Object.keys(figureById(demo)!.fields)
  return hold
    .filter((key) => !known.includes(key))
    .map((key) => ({
      key: ['hold', hold.indexOf(key)],
      rule: 'tasks/hold',
      message: `“${key}” is no key of the figure “${demo}”`,
      ...didYouMean(key, known),
    }))
}

/** The solution goes the way of any answer. */
function unsolved(item: Task): Fault[] {
  const graded = score(item, item.solution, 0)
  if ('problem' in graded) return [inSolution(graded.problem)]
  const missed = graded.feedback.solved!.conditions.filter(({ holds }) => !holds)
  return missed.map(({ found, wanted }) => {
    const values = found.map(({ name, value }) => `${name} is ${value}`)
    return inSolution(`this is no solution: ${values.join(', ')}; wanted: ${wanted}`)
  })
}

function inSolution(message: string): Fault {
  return { key: ['solution'], rule: 'tasks/solution', message }
}

function narrow({ demo, solution, check }: Task): Fault[] {
  const figure = figureById(demo)!
  const scope = scopeWithReach(figure, decodeState(figure, solution).state)
  const { holds, margin } = evaluate(parse(check), scope)
  if (!holds || margin >= leastMargin) return []
  return [
    {
      key: ['solution'],
      rule: 'tasks/margin',
      message: `the solution has a margin of ${Number(margin.toPrecision(2))}; at least ${leastMargin} is wanted`,
      hint: 'move it away from the edge',
    },
  ]
}

function misplaced({ question, prose }: Page): Finding[] {
  const known = question.items.filter(({ kind }) => kind === 'task').map(({ id }) => id)
  const placed = new Set<string>()
  const findings: Finding[] = []
  walk(prose.tree, (node) => {
    const given = node.name === 'Task' ? attribute(node, 'id') : undefined
    if (typeof given?.value !== 'string') return
    const id = textProp(node, 'id') ?? ''
    const place = placeInProp(prose.text, given, 1)
    if (!known.includes(id)) {
      const message = `there is no item “${id}” of kind task`
      findings.push({ ...place, rule: 'tasks/unknown', message, ...didYouMean(id, known) })
    } else if (placed.has(id))
      findings.push({
        ...place,
        rule: 'tasks/twice',
        message: `the task “${id}” stands here twice`,
      })
    placed.add(id)
  })
  return findings
}
