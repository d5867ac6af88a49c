import type { Invalid } from './response.ts'

export type AskedNumeric = {
  kind: 'numeric'
  id: string
  prompt: string
  unit?: string
}

/** The text as typed, if it is a number. Kept as text, so that the history shows what was written. */
export function validateNumeric(_item: AskedNumeric, response: unknown): string | Invalid {
  if (typeof response !== 'string' || response.length > 40 || parseNumber(response) === null) {
    return { problem: 'Type a number, such as 0.25, 1/4, 25% or 2.5e-1.' }
  }
  return response.trim()
}

const PLAIN = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i

/**
 * Reads what people type for a number: `0.25`, `1/4`, `25%`, `2.5e-1`, `−0,8` (comma as the decimal
 * sign, any minus sign). Thousands separators are not guessed at: `1,234` is 1.234.
 * @returns null when it is not a finite number
 */
export function parseNumber(text: string): number | null {
  const clean = text.trim().replace(/[−–]/g, '-').replace(/\s+/g, '')
  const percent = clean.endsWith('%')
  const [top, bottom, ...more] = (percent ? clean.slice(0, -1) : clean).split('/')
  if (top === undefined || more.length > 0) return null
  if (!PLAIN.test(top) || (bottom !== undefined && !PLAIN.test(bottom))) return null
  const value = decimal(top) / (bottom === undefined ? 1 : decimal(bottom)) / (percent ? 100 : 1)
  return Number.isFinite(value) ? value : null
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'))
}
