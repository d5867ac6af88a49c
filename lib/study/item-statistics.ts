import 'server-only'
import { questions, type Question } from '#lib/content/questions.ts'
import { type ChosenRow, chosenRows, type ItemRow, itemRows } from '#lib/db/item-statistics.ts'

export type ItemStatistics = ItemRow & {
  question: Pick<Question, 'slug' | 'title' | 'minutes'>
  /** `answer` is the answer in words */
  item: string
  /** the wrong option or response that was given most often, in words, and how often */
  mostWrong: { text: string; times: number } | null
}

/** Of items that are still asked, in the order of the bank. Key and all: for authors alone. */
export async function itemStatistics(): Promise<ItemStatistics[]> {
  const [all, rows, chosen] = await Promise.all([questions(), itemRows(), chosenRows()])
  return [...all.values()].flatMap((question) =>
    rows
      .filter(({ questionId }) => questionId === question.id)
      .flatMap((row) => {
        const item = row.itemId.slice(question.id.length + 1)
        const isAsked = item === 'answer' || question.items.some(({ id }) => id === item)
        if (!isAsked) return []
        const given = chosen.filter((each) => each.itemId === row.itemId)
        return [{ ...row, question, item, mostWrong: mostWrong(question, item, given) }]
      }),
  )
}

/** An option that is no longer there, or has become right, is passed over. */
export function mostWrong(
  { items }: Pick<Question, 'items'>,
  id: string,
  given: readonly ChosenRow[],
): { text: string; times: number } | null {
  const item = items.find((each) => each.id === id)
  for (const { chosen, times } of given) {
    if (item?.kind === 'single' || item?.kind === 'multiple') {
      const option = item.options.find((each) => each.id === chosen)
      if (option && !option.right) return { text: option.text, times }
    } else if (item?.kind === 'spot') {
      if (chosen !== String(item.wrong)) return { text: `line ${chosen}`, times }
    } else if (item?.kind === 'numeric' || item?.kind === 'fill') return { text: chosen, times }
  }
  return null
}
