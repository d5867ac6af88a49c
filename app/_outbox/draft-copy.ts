import { isHolding } from './ahead.ts'
import { keep, late } from './later.ts'

/** On this device: the text, the revision that it was written over, and whether the server has it. */
export type Local = { text: string; base: number; isSaved: boolean }

/** A text on a question that is saved at each pause: the answer that is being written, or a note. */
export type Kept = 'draft' | 'note'

/** @param key `<kept>.<question>`; with a `+` before what is kept there is known */
export function keepLocal(key: string, local: Local): void {
  keep(key, local.isSaved ? null : local)
}

/** What this device has of a text and the server has not (recall-draft.ts). */
export async function recallDraft(key: string, typed: () => string): Promise<Local | null> {
  return isHolding() ? (await late()).recallDraft(key, typed) : null
}
