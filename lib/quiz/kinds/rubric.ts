/** From which level an interviewer expects a point. */
export const LEVELS = ['intern', 'mid', 'senior'] as const
export type Level = (typeof LEVELS)[number]

/** Where in the answer the words stand: UTF-16 offsets, [start, end). */
export type Span = [start: number, end: number]

/** What the reader says of an answer: the words that earn each key point, and ticks without words. */
export type RubricResponse = {
  /** The attempt whose text is quoted. */
  answerId: string
  level: Level
  quotes: Record<string, Span[]>
  ticked: string[]
}

/** Whether a point from level `from` is expected of a reader at `level`. */
export function isExpected(from: Level, level: Level): boolean {
  return LEVELS.indexOf(from) <= LEVELS.indexOf(level)
}

/** A quotation holds at least one letter or digit of the answer. */
export function isQuotation(text: string, [start, end]: Span): boolean {
  const inside =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length
  return inside && /[\p{L}\p{N}]/u.test(text.slice(start, end))
}
