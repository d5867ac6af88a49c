import 'server-only'
import type { ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { KeyedItem } from './item.ts'
import { rightPrediction } from './predict.ts'
import { tokenOf } from './token.ts'

/** What somebody who knows it all would answer: scores 1. For sample accounts, simulations, tests. */
export function rightResponse(item: KeyedItem): ItemResponse {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return chosen(item, true)
    case 'numeric':
      return String(item.answer)
    case 'ordering':
      return item.steps.map(({ text }) => tokenOf(text))
    case 'matching':
      return item.pairs.map(({ right }) => tokenOf(right))
    case 'fill':
      return item.accept[0]!
    case 'plot':
      return tokenOf(item.regions.find(({ right }) => right)!.label)
    case 'spot':
      return String(item.wrong)
    case 'claim':
      return [String(item.truth), tokenOf(item.reasons.find(({ right }) => right)!.text)]
    case 'predict':
      return rightPrediction(item)
    case 'task':
      return item.solution
  }
}

/** A response that scores 0; of a prediction the right one, since it never counts. */
export function wrongResponse(item: KeyedItem): ItemResponse {
  const right = rightResponse(item)
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return chosen(item, false)
    case 'numeric':
      return String(item.answer + 1 + 2 * (item.abs ?? Math.abs(item.answer)))
    case 'ordering':
      return [...right].toReversed()
    case 'matching':
      return [...right.slice(1), right[0]!]
    case 'fill':
      return 'no idea'
    case 'plot':
      return tokenOf(item.regions.find((each) => !each.right)!.label)
    case 'spot':
      return item.wrong === 1 ? '2' : '1'
    case 'claim':
      return [String(!item.truth), '']
    case 'predict':
      return right
    case 'task':
      return item.start
  }
}

type Choice = Extract<KeyedItem, { kind: 'single' | 'multiple' }>

function chosen({ kind, options }: Choice, isRight: boolean): string | string[] {
  const ids = options.filter(({ right }) => (right === true) === isRight).map(({ id }) => id)
  return kind === 'single' ? ids[0]! : ids
}
