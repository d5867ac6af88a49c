import type { Invalid } from './response.ts'

export type AskedFill = { kind: 'fill'; id: string; prompt: string }

/** At most this many characters, so that it is a word or a formula and not an essay. */
export const longestFill = 80

/** The text as typed, if there is any. */
export function validateFill(_item: AskedFill, response: unknown): string | Invalid {
  if (typeof response !== 'string' || response.trim() === '')
    return { problem: 'Type a word or a short formula.' }
  if (response.length > longestFill)
    return {
      problem: `Use at most ${longestFill} characters: a word or a short formula is asked for.`,
    }
  return response.trim()
}
