import type { Question } from '#lib/content/bank.ts'
import { evaluateClaim, type Subject } from '#lib/content/evaluate-claim.ts'
import type { Finding } from '#lib/content/problem.ts'
import { close } from '#lib/quiz/grade/numeric.ts'
import type { Page } from './page.ts'

type Item = Question['items'][number]
type Of<K extends Item['kind']> = Extract<Item, { kind: K }>

/** A fault of an item: under which of its keys, from which column on. */
type Fault = Omit<Finding, 'line' | 'column'> & { key: PropertyKey[]; column?: number }

/** Keys that say what they come from are solved again: a number by `from`, a choice by `when`. */
export function keys({ question, yaml }: Page): Finding[] {
  return question.items.flatMap((item, index) =>
    faultsOf(item).map(({ key, column = 1, ...fault }) => ({
      ...yaml.placeWithin(['items', index, ...key], column),
      ...fault,
    })),
  )
}

function faultsOf(item: Item): Fault[] {
  switch (item.kind) {
    case 'numeric':
      return numeric(item)
    case 'single':
    case 'multiple':
      return item.options.flatMap(({ id, right, when }, nth) =>
        truth(item, when, right === true, `option “${id}”`, ['options', nth, 'when']),
      )
    case 'claim':
      return truth(item, item.when, item.truth, 'the statement', ['when'])
    default:
      return []
  }
}

/** Half of the tolerance: who computes it exactly, and who types what stands here, are both right. */
function numeric(item: Of<'numeric'>): Fault[] {
  const { from, answer, abs, rel } = item
  if (from === undefined) return []
  const verdict = evaluateClaim(from, subjectOf(item), 'number')
  if (verdict.kind === 'broken') return [broken(verdict, ['from'])]
  const found = verdict.kind === 'holds' ? Number(verdict.result.value) : NaN
  const half = { abs: abs && abs / 2, rel: rel && rel / 2 }
  if (close(half, found, answer)) return []
  return [
    {
      key: ['answer'],
      rule: 'keys/false',
      message: `found: ${Number(found.toPrecision(8))}, by “${from}”; claimed: ${answer}`,
      hint: 'the two may differ by half of the tolerance',
    },
  ]
}

function truth(
  item: Of<'single' | 'multiple' | 'claim'>,
  when: string | undefined,
  claimed: boolean,
  what: string,
  key: PropertyKey[],
): Fault[] {
  if (when === undefined) return []
  const verdict = evaluateClaim(when, subjectOf(item))
  if (verdict.kind === 'broken') return [broken(verdict, key)]
  if ((verdict.kind === 'holds') === claimed) return []
  const found = verdict.kind === 'holds' ? `“${when}” holds` : verdict.message
  return [
    {
      key,
      rule: 'keys/false',
      message: `${what} is marked ${claimed ? '' : 'not '}true; ${found}`,
    },
  ]
}

function subjectOf({ demo, state = '' }: Of<'numeric' | 'single' | 'multiple' | 'claim'>): Subject {
  return demo ? { demo, state } : null
}

function broken(
  { message, column, hint }: { message: string; column: number; hint?: string },
  key: PropertyKey[],
): Fault {
  return { key, column, rule: 'keys/expression', message, ...(hint && { hint }) }
}
