import { type AskedItem, type ItemResponse } from '#lib/quiz/kinds/item.ts'
import { inOrder } from '#lib/quiz/kinds/ordering.ts'
import { predicted } from '#lib/quiz/kinds/predict.ts'
import type { AnswerValue } from '#lib/study/interview-entry.ts'
import { isAnswered } from './answers.ts'
import type { Screen } from './requests.ts'

/** An answer as a reader recognises it, complete or not: ids become what they stand for. */
export function answerInWords({ ask, ...screen }: Screen, value: AnswerValue): string {
  if (!isAnswered({ ...screen, ask }, value)) return 'No answer.'
  return 'item' in ask ? inWords(ask.item, value.response as ItemResponse) : String(value.response)
}

function inWords(item: AskedItem, response: ItemResponse): string {
  const parts = [response].flat()
  const [first = '', second] = parts
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return parts.map((id) => textOf(item.options, id)).join(' · ')
    case 'ordering':
      return inOrder(item, parts)
        .map(({ text }) => text)
        .join(' → ')
    case 'matching':
      return item.lefts
        .map((left, nth) => `${left}: ${textOf(item.rights, parts[nth]) || 'not matched'}`)
        .join(' · ')
    case 'plot':
      return item.regions.find(({ id }) => id === first)?.label ?? ''
    case 'spot':
      return `Line ${first}: ${item.lines[Number(first) - 1]?.trim() ?? ''}`
    case 'claim':
      return [SIDES[first], textOf(item.reasons, second)].filter(Boolean).join(': ')
    case 'predict':
      return predicted(item, response)
    case 'task':
      return 'Another state of the figure.'
    default:
      return first
  }
}

const SIDES: Record<string, string> = { true: 'True', false: 'False' }

function textOf(list: readonly { id: string; text: string }[], wanted: string | undefined): string {
  return list.find(({ id }) => id === wanted)?.text ?? ''
}
