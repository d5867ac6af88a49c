import type { AskedOption } from './choice.ts'
import type { Invalid } from './response.ts'

export type AskedClaim = {
  kind: 'claim'
  id: string
  prompt: string
  statement: string
  /** for its truth and for its falsehood, mixed */
  reasons: AskedOption[]
}

/** "true" or "false", then the id of a reason; "" where none is chosen, which earns nothing. */
export function validateClaim({ reasons }: AskedClaim, response: unknown): string[] | Invalid {
  const [truth, reason, ...more] = Array.isArray(response) ? response : []
  if (truth !== 'true' && truth !== 'false') return { problem: 'Say first whether it is true.' }
  const isKnown = reason === '' || reasons.some(({ id }) => id === reason)
  return isKnown && more.length === 0 ? [truth, reason] : { problem: 'Choose one of the reasons.' }
}
