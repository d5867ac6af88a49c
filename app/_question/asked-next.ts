import { isExpected, type Level } from '#lib/quiz/kinds/rubric.ts'

export type AskedFollowUp = {
  ask: string
  /** `always`, `missed:<key point>` or `ticked:<key point>` */
  when: string
  /** the points that answer it */
  expects: string[]
}

/** A key point that a follow-up names. */
export type NamedPoint = { text: string; from: Level }

/**
 * Why an interviewer would ask this now.
 * @param marked what the reader's rubric says was said, and at which level; null before there is one
 * @returns a reason in words; '' for what is asked of everybody; null for what would not be asked
 */
export function reasonToAsk(
  { when }: Pick<AskedFollowUp, 'when'>,
  points: Readonly<Record<string, NamedPoint>>,
  marked: { level: Level; said: ReadonlySet<string> } | null,
): string | null {
  const [what, id = ''] = when.split(':')
  const point = points[id]
  if (what === 'always' || marked === null || !point) return ''
  const isSaid = marked.said.has(id)
  if (what === 'ticked') return isSaid ? 'Since you said it' : null
  if (isSaid || !isExpected(point.from, marked.level)) return null
  return `Since this was missing: ${point.text}`
}
