import type { AskedOption } from './choice.ts'
import type { Invalid } from './response.ts'

export type AskedOrdering = {
  kind: 'ordering'
  id: string
  prompt: string
  /** as they stand to begin with: in any order but the right one */
  steps: AskedOption[]
}

/** Every step's id once, first to last. */
export function validateOrdering({ steps }: AskedOrdering, response: unknown): string[] | Invalid {
  if (!Array.isArray(response) || response.length === 0)
    return { problem: 'Move the steps into order first.' }
  const isPermutation =
    response.length === steps.length && steps.every(({ id }) => response.includes(id))
  return isPermutation ? response : { problem: 'Put every step into the order, each once.' }
}

/** The steps as the reader has put them; as they are shown at first while nothing was moved. */
export function inOrder({ steps }: AskedOrdering, ids: readonly string[]): AskedOption[] {
  return ids.length === 0 ? steps : ids.flatMap((id) => steps.find((step) => step.id === id) ?? [])
}
