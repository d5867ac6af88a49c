import type { Invalid } from './response.ts'

export type AskedSpot = {
  kind: 'spot'
  id: string
  prompt: string
  lines: string[]
  /** how the lines are set: code keeps its spaces, maths has its letters in italics */
  notation: 'code' | 'maths'
}

/** The number of a line as text, counted from 1. */
export function validateSpot({ lines }: AskedSpot, response: unknown): string | Invalid {
  const isLine = lines.some((_, i) => String(i + 1) === response)
  return isLine ? (response as string) : { problem: 'Choose the line that is wrong.' }
}
