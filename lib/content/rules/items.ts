import type { Question } from '#lib/content/bank.ts'
import type { Finding } from '#lib/content/problem.ts'
import { type Page, words } from './page.ts'

type Item = Question['items'][number]
/** What a reader chooses from, and under which key it stands. */
type List = {
  key: string
  entries: readonly { id: string; text: string; right?: true | undefined }[]
}

/** A fault of an item: under which of its keys. */
type Fault = Omit<Finding, 'line' | 'column'> & { key: PropertyKey[] }

/** What is right is not to be guessed from its look, and is not said before it is asked. */
export function items({ question, yaml }: Page): Finding[] {
  const each = (faults: (item: Item) => Fault[]) =>
    question.items.flatMap((item, index) =>
      faults(item).map(({ key, ...fault }) => ({
        ...yaml.placeOf(['items', index, ...key]),
        ...fault,
      })),
    )
  const lists = question.items.flatMap((item) => listOf(item) ?? [])
  const isTelling = lists.length > 0 && lists.every((list) => longestRight(list) !== null)
  return [
    ...(isTelling ? each(longest) : []),
    ...each(allOfTheAbove),
    ...each(tellingId),
    ...each(toldOrder),
    ...each(givenAway),
  ]
}

function listOf(item: Item): List | null {
  if (item.kind === 'single' || item.kind === 'multiple')
    return { key: 'options', entries: item.options }
  return item.kind === 'claim' ? { key: 'reasons', entries: item.reasons } : null
}

function longest(item: Item): Fault[] {
  const list = listOf(item)
  return list === null
    ? []
    : [
        {
          key: [list.key, longestRight(list) ?? 0, 'text'],
          rule: 'items/longest-right',
          message: 'in every item the right option is the longest',
          hint: 'shorten it, or make a wrong one as long and as precise',
        },
      ]
}

/** @returns the right option that is longer than every wrong one by a fifth, as the eye sees it */
function longestRight({ entries }: List): number | null {
  const lengths = entries.map(({ text }) => text.length)
  const longestWrong = Math.max(0, ...entries.map(({ text, right }) => (right ? 0 : text.length)))
  const nth = lengths.indexOf(Math.max(...lengths))
  return entries[nth]?.right && (lengths[nth] ?? 0) > 1.2 * longestWrong ? nth : null
}

function allOfTheAbove(item: Item): Fault[] {
  const list = listOf(item)
  return faultsIn(list?.entries, ({ text }, nth) =>
    / (all|none|both|any) of (the|these|those) (above|below|others|options) /.test(words(text))
      ? {
          key: [list!.key, nth, 'text'],
          rule: 'items/all-of-the-above',
          message: `“${text}” tests the test, not the subject`,
          hint: 'make it an item of kind multiple, or write a wrong answer that people give',
        }
      : null,
  )
}

const telling =
  /^(right|true|false|answer|key|trap|slip)-?\d*$|(^|-)(wrong|correct|incorrect|distractor|mistake)(-|$)/

/** The ids of options go to the reader's browser; those of reasons, steps and regions do not. */
function tellingId(item: Item): Fault[] {
  if (item.kind !== 'single' && item.kind !== 'multiple') return []
  return faultsIn(item.options, ({ id }, nth) =>
    telling.test(id)
      ? {
          key: ['options', nth, 'id'],
          rule: 'items/telling-id',
          message: `“${id}” says whether the option is right, and everybody can read it in the page`,
          hint: 'name what the option is about',
        }
      : null,
  )
}

function toldOrder(item: Item): Fault[] {
  return faultsIn(item.kind === 'ordering' ? item.steps : undefined, ({ text }, nth) =>
    /^\s*(step\b|\(?\d+[.):]|(first|second|third|then|next|finally|lastly|last)\b)/i.test(text)
      ? {
          key: ['steps', nth, 'text'],
          rule: 'items/told-order',
          message: `“${text}” says where it belongs`,
          hint: 'begin with what is done',
        }
      : null,
  )
}

function givenAway(item: Item): Fault[] {
  if (item.kind !== 'fill') return []
  return faultsIn(item.accept, (form, nth) =>
    words(item.prompt).includes(words(form))
      ? {
          key: ['accept', nth],
          rule: 'items/given-away',
          message: `“${form}” stands in the prompt`,
        }
      : null,
  )
}

function faultsIn<T>(
  list: readonly T[] | undefined,
  fault: (each: T, nth: number) => Fault | null,
): Fault[] {
  return (list ?? []).flatMap((each, nth) => fault(each, nth) ?? [])
}
