import type { Report } from '#app/mock/[id]/requests.ts'
import { isSureAndWrong } from '#lib/learning/calibration.ts'
import type { ReportLine } from '#lib/study/open-report.ts'

/** What a report is read by: which of its lines say what. */

/** What a machine graded; a prediction is none, since it is made before one knows. */
export function checkedLines({ lines }: Report): ReportLine[] {
  return lines.filter(({ kind, ask }) => 'item' in ask && kind !== 'predict')
}

export function predictions({ lines }: Report): ReportLine[] {
  return lines.filter(({ kind }) => kind === 'predict')
}

export function writtenLines({ lines }: Report): ReportLine[] {
  return lines.filter(({ kind }) => kind === 'answer')
}

/** Whether there was anything for a machine to check. */
export function hasItems({ lines }: Report): boolean {
  return lines.some(({ ask }) => 'item' in ask)
}

/** What was asked after an answer in words. */
export function followUpOf(line: ReportLine, lines: readonly ReportLine[]): ReportLine | null {
  const next = lines[line.position + 1]
  return next?.kind === 'follow-up' && next.questionId === line.questionId ? next : null
}

/** In [0, 1]; null for what was not answered. */
export function scoreOf({ attempt }: ReportLine): number | null {
  return attempt?.score?.low ?? null
}

export function confidenceOf({ attempt }: ReportLine): number | null {
  return attempt?.confidence ?? null
}

/** Answers that were sure and wrong, the surest first. */
export function sureAndWrong(report: Report): ReportLine[] {
  return report.lines
    .filter((line) => {
      const score = 'item' in line.ask ? scoreOf(line) : null
      return score !== null && isSureAndWrong({ confidence: confidenceOf(line), score })
    })
    .toSorted((a, b) => confidenceOf(b)! - confidenceOf(a)!)
}

/**
 * The answers in words together, in [0, 1]: what is marked by its range, what is not by all of it,
 * what was not answered by nothing.
 */
export function inWordsRange(written: readonly ReportLine[]): { low: number; high: number } {
  const ranges = written.map(({ rubric }) => {
    if (rubric === null) return { low: 0, high: 0 }
    return rubric.marked?.score ?? { low: 0, high: 1 }
  })
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
  return { low: mean(ranges.map(({ low }) => low)), high: mean(ranges.map(({ high }) => high)) }
}

/** Why an answer was not right: what is to be said of it, or of all; whether a claim is true is not why. */
export function reasonFor({ kind, attempt }: ReportLine): string {
  const { message = '', why = '' } = attempt?.feedback ?? {}
  return kind === 'claim' ? `${message} ${why}` : message || why
}

export function isToBeMarked({ rubric }: ReportLine): boolean {
  return rubric !== null && rubric.marked === null
}

/** Where on the page a line stands in full. */
export function placeOf({ position }: ReportLine): string {
  return `#question-${position + 1}`
}

/** What a line asks, as one text; of a claim the statement, since the prompt says nothing of it. */
export function promptOf({ ask }: ReportLine): string {
  if (!('item' in ask)) return ask.text
  return ask.item.kind === 'claim' ? ask.item.statement : ask.item.prompt
}

/** What was written, with what was asked after it. */
export function textOf({ attempt }: ReportLine): string {
  return ((attempt?.response ?? {}) as { text?: string }).text ?? ''
}
