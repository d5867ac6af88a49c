import type { AskedOption } from './choice.ts'
import type { Invalid } from './response.ts'

export type AskedMatching = {
  kind: 'matching'
  id: string
  prompt: string
  /** in the author's order */
  lefts: string[]
  /** in a seeded one */
  rights: AskedOption[]
}

/**
 * For each left, in their order, the id of a right; "" where none is chosen, which counts as wrong.
 * A right may be given twice: at most one of the two hits.
 */
export function validateMatching(
  { lefts, rights }: AskedMatching,
  response: unknown,
): string[] | Invalid {
  const known = new Set(['', ...rights.map(({ id }) => id)])
  const isList = Array.isArray(response) && response.length === lefts.length
  if (!isList || !response.every((id) => known.has(id)) || response.every((id) => id === ''))
    return { problem: 'Match at least one of them.' }
  return response
}
