import type { Question } from '#lib/content/questions.ts'
import type { Level } from '#lib/quiz/kinds/rubric.ts'
import type { ItemKind } from '#lib/quiz/kinds/item.ts'

/** What choosing needs of a question, and no more: no key, no prose. */
export type BankQuestion = Pick<Question, 'id' | 'contentHash' | 'levels' | 'roles' | 'minutes'> & {
  /** its own first, then those above it */
  topics: readonly string[]
  /** who has asked it, with evidence */
  encounters: readonly { company: string; role: string; level?: Level | undefined }[]
  items: readonly { id: string; kind: ItemKind }[]
  /** places in the question's list of those that can be asked of anybody */
  followUps: readonly number[]
}

export type Bank = readonly BankQuestion[]
