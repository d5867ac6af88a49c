import type { AnswerValue } from '#lib/study/interview-entry.ts'
import { isAnswered } from './answers.ts'
import type { Screen } from './requests.ts'

/** An answer as a reader recognises it: ids of options become their texts. */
export function answerInWords(screen: Screen, value: AnswerValue): string {
  if (!isAnswered(screen, value)) return 'No answer.'
  const { ask } = screen
  if (!('item' in ask)) return String(value.response)
  if (ask.item.kind === 'task') return 'Another state of the figure.'
  const texts = textsById(ask.item)
  return [value.response]
    .flat()
    .map((each) => texts.get(String(each)) ?? String(each))
    .join(' · ')
}

/** Whatever an item offers to choose from has an id and a text. */
function textsById(item: object): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of Object.values(item).flat()) {
    const { id, text } = (part ?? {}) as { id?: unknown; text?: unknown }
    if (typeof id === 'string' && typeof text === 'string') found.set(id, text)
  }
  return found
}
