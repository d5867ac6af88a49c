import type { BankQuestion, Bank } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { draw } from './draw.ts'
import { formOf, minutesOf, type ScreenKind } from './form.ts'

/** Something that can be asked: one screen, or a question in words with what is asked after it. */
export type Candidate = {
  question: BankQuestion
  /** one, or the question and its follow-up */
  screens: readonly { itemId: string; kind: ScreenKind; minutes: number }[]
  minutes: number
  isWritten: boolean
  isSeen: boolean
  /** how often it is drawn, against 1 */
  weight: number
}

/** A company's own questions against the others: a preference, not a filter. */
const COMPANY_WEIGHT = 3

/** All that a blueprint allows, in the order of the bank. @param seen ids of questions answered before */
export function candidates(
  blueprint: Blueprint,
  seed: number,
  bank: Bank,
  seen: ReadonlySet<string>,
): Candidate[] {
  return bank
    .filter((question) => isAllowed(blueprint, question, seen.has(question.id)))
    .flatMap((question) => {
      const common = {
        question,
        isSeen: seen.has(question.id),
        weight: weightOf(blueprint, question),
      }
      const items = question.items.filter(({ kind }) => blueprint.forms.includes(formOf(kind)))
      const screens = [
        ...(blueprint.forms.includes('written') ? [inWords(blueprint, seed, question)] : []),
        ...items.map(({ id, kind }) => [{ itemId: id, kind, minutes: minutesOf(kind) }]),
      ]
      return screens.map((each): Candidate => ({
        ...common,
        screens: each,
        minutes: each.reduce((sum, { minutes }) => sum + minutes, 0),
        isWritten: each[0]?.kind === 'answer',
      }))
    })
}

/** The question itself, and one of its follow-ups if the blueprint has them. */
function inWords(
  blueprint: Blueprint,
  seed: number,
  { id, minutes, followUps }: BankQuestion,
): Candidate['screens'] {
  const nth = followUps[Math.floor(draw(seed, `${id} follow-up`) * followUps.length)]
  const answer = { itemId: 'answer', kind: 'answer', minutes } as const
  if (!blueprint.followUps || nth === undefined) return [answer]
  const kind = 'follow-up'
  return [answer, { itemId: `${kind}-${nth}`, kind, minutes: minutesOf(kind) }]
}

function isAllowed(
  { role, levels, topics, mix, questions }: Blueprint,
  question: BankQuestion,
  isSeen: boolean,
): boolean {
  return (
    (questions.length === 0 || questions.includes(question.id)) &&
    (role === null || question.roles.includes(role)) &&
    (levels.length === 0 || question.levels.some((level) => levels.includes(level))) &&
    (Object.keys(topics).length === 0 || question.topics.some((topic) => topic in topics)) &&
    (mix === 'any' || mix === 'half' || (mix === 'seen') === isSeen)
  )
}

/** Of the topics that are asked for, the nearest above a question: it has its time. */
export function countsFor({ topics: own }: BankQuestion, topics: Blueprint['topics']) {
  return own.find((topic) => topic in topics)
}

function weightOf({ company }: Blueprint, { encounters }: BankQuestion): number {
  return encounters.some((each) => each.company === company) ? COMPANY_WEIGHT : 1
}
