import 'server-only'
import { z } from 'zod'
import { decodeState } from '#lib/figures/codec.ts'
import { type Condition, conditionsOf, roomIn, written } from '#lib/figures/conditions.ts'
import { ExpressionError, parse } from '#lib/figures/expression.ts'
import { type Field, type Figure, largestGap, type State } from '#lib/figures/figure.ts'
import { figureById, type FigureId, figures } from '#lib/figures/index.ts'
import { namesOf } from '#lib/figures/names.ts'
import { remember } from '#lib/figures/remember.ts'
import { scopeWithReach } from '#lib/figures/scope.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import { exactly, type Invalid } from '#lib/quiz/kinds/response.ts'
import type { AskedTask, Solved } from '#lib/quiz/kinds/task.ts'
import { grader, itemFields } from './grader.ts'

const schema = z.strictObject({
  ...itemFields,
  kind: z.literal('task'),
  demo: z.enum(Object.keys(figures) as [FigureId, ...FigureId[]]),
  start: z.string().max(500),
  /** what must hold in the submitted state; the content check asserts that it does not at the start */
  check: z.string().min(1).max(500),
  /** a state in which it does; shown after an attempt */
  solution: z.string().max(500),
  /** keys of the state that must stay as they are at the start */
  hold: z.array(z.string()).default([]),
})

type Task = z.infer<typeof schema>

export const task = grader(schema, {
  asked: ({ kind, id, prompt, demo, start }): AskedTask => ({ kind, id, prompt, demo, start }),
  /** Solves the state again. What cannot be read as it is written, or solved, is not graded. */
  score(item, response: string): Feedback | Invalid {
    const solved = solve({ item, response })
    if ('problem' in solved) return solved
    const holds = solved.conditions.every((condition) => condition.holds)
    return { score: exactly(holds ? 1 : 0), answer: item.solution, why: item.why, solved }
  },
})

type Attempt = { item: Pick<Task, 'demo' | 'start' | 'check' | 'hold'>; response: string }

/** Journals are graded again whenever they are opened, so solved states are kept for a while. */
const solve = remember(
  ({ item: { demo, start, check, hold }, response }: Attempt) =>
    JSON.stringify([demo, start, check, hold, response]),
  solveOnce,
  200,
)

function solveOnce({ item, response }: Attempt): Solved | Invalid {
  const figure = figureById(item.demo)!
  const { state, notes } = decodeState(figure, response)
  if (notes.length > 0)
    return {
      problem: `Not graded: the figure cannot be in this state as it is written. ${notes.join(' ')}`,
    }
  const scope = scopeWithReach(figure, state)
  const gap = scope.value('gap')
  if (gap === undefined || !(gap <= largestGap))
    return {
      problem: `Not graded: the solver did not reach its tolerance in this state (duality gap ${written(gap ?? NaN)}, at most ${written(largestGap)} is accepted). Move a little and submit again.`,
    }
  try {
    const found = conditionsOf(parse(item.check), scope)
    const conditions = found.map((condition) => told(condition, figure))
    return { gap, conditions: [...held(item, figure, state), ...conditions] }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return { problem: `Not graded: the goal cannot be decided in this state (${error.message}).` }
  }
}

function told({ holds, wanted, found, ...truth }: Condition, figure: Figure) {
  return {
    holds,
    wanted,
    found: found.map(({ name, value }) => ({
      name,
      about: aboutName(figure, name),
      value: written(value),
    })),
    room: holds ? roomIn(truth) : null,
  }
}

/** "beta3" is explained under "beta*", a name in another state like the name itself. */
function aboutName({ id }: Figure, name: string): string {
  const names = namesOf[id as FigureId]
  const plain = name.replace(/^.*\)\./, '')
  return names[plain] ?? names[plain.replace(/\d+$/, '*')] ?? ''
}

/** What the task is about must not be changed: a condition for each that was. */
function held({ start, hold }: Attempt['item'], figure: Figure, state: State) {
  const began = decodeState(figure, start).state
  return hold
    .filter((key) => state[key] !== began[key])
    .map((key) => {
      const field = figure.fields[key]!
      const value = valueOf(field, state[key]!)
      const wanted = `${valueOf(field, began[key]!)}, as at the start`
      return { holds: false, wanted, found: [{ name: field.label, about: '', value }], room: null }
    })
}

function valueOf(field: Field, value: string | number): string {
  if (field.kind === 'number') return written(Number(value))
  return field.options.find((option) => option.value === value)?.label ?? String(value)
}
