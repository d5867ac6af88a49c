import { isAnswered } from '#app/mock/[id]/answers.ts'
import type { Report } from '#app/mock/[id]/requests.ts'
import { minutesAndSeconds } from '#app/mock/[id]/words.ts'
import type { ReportLine } from '#lib/study/open-report.ts'
import {
  checkedLines,
  confidenceOf,
  inWordsRange,
  promptOf,
  scoreOf,
  sureAndWrong,
} from './reading.ts'

export const SURE = ['A guess', 'Leaning', 'Fairly sure', 'Certain']

/** What the machine says, first: right answers out of all that it could check; then what was sure and wrong. */
export function headline(report: Report): string {
  const checked = checkedLines(report)
  if (checked.length === 0) return 'All in words: the marking is yours'
  const right = checked.filter((line) => scoreOf(line) === 1).length
  const partly = checked.filter((line) => isPartly(scoreOf(line))).length
  const wrong = sureAndWrong(report).filter(({ kind }) => kind !== 'predict').length
  return [
    `${right} of ${checked.length} machine-checked ${checked.length === 1 ? 'question' : 'questions'} right`,
    partly > 0 && `${partly} partly`,
    wrong > 0 && `${wrong} that you were sure of ${wrong === 1 ? 'is' : 'are'} not`,
  ]
    .filter(Boolean)
    .join(', ')
}

export function answeredInWords({ lines }: Report): string {
  const answered = lines.filter((line) => line.value && isAnswered(line, line.value)).length
  return `Answered ${answered} of ${lines.length}.`
}

/** How it went: the clock, pauses, and how it ended. */
export function courseInWords({ closedBy, pauses, pausedSeconds, ...report }: Report): string {
  const { blueprint, startedAt, deadline } = report
  const given = deadline && Date.parse(deadline) - Date.parse(startedAt) - pausedSeconds * 1000
  return [
    given &&
      blueprint.pace > 1 &&
      `The clock gave ${minutesAndSeconds(given)}: × ${blueprint.pace}.`,
    pauses > 0 &&
      `Paused ${pauses === 1 ? 'once' : `${pauses} times`}, for ${minutesAndSeconds(pausedSeconds * 1000)} in all.`,
    closedBy === 'time' && 'It ended with its time.',
    closedBy === 'abandoned' && 'It was closed after a week, from what was saved.',
  ]
    .filter(Boolean)
    .join(' ')
}

export function timeInWords({ lines }: Report): { spent: string; planned: string } {
  const spent = lines.reduce((sum, { spentMs }) => sum + spentMs, 0)
  const planned = lines.reduce((sum, { minutes }) => sum + minutes, 0)
  return { spent: minutesAndSeconds(spent), planned: minutesAndSeconds(planned * 60_000) }
}

/** What came of a line, in a word or two. */
export function resultInWords(line: ReportLine): string {
  if ('item' in line.ask) return scoreInWords(line)
  if (line.kind === 'follow-up')
    return line.value && isAnswered(line, line.value) ? 'Answered' : 'Not answered'
  if (line.rubric === null) return 'Not answered'
  return line.rubric.marked === null ? 'To be marked' : rangeInWords(line.rubric.marked.score)
}

function scoreInWords(line: ReportLine): string {
  const score = scoreOf(line)
  if (score === null) return 'Not answered'
  if (score === 1) return line.kind === 'predict' ? 'As predicted' : 'Right'
  if (score > 0) return `Partly: ${Math.round(100 * score)} %`
  return line.kind === 'predict' ? 'Not as predicted' : 'Not yet'
}

/** "45–60 %" */
export function rangeInWords({ low, high }: { low: number; high: number }): string {
  const [from, to] = [Math.round(100 * low), Math.round(100 * high)]
  return from === to ? `${from} %` : `${from}–${to} %`
}

export function writtenInWords(written: readonly ReportLine[]): string {
  return rangeInWords(inWordsRange(written))
}

/** Where nothing was sure and wrong, that is said too. */
export function nothingSureAndWrong({ lines }: Report): string {
  const sure = lines.filter(
    (line) => 'item' in line.ask && scoreOf(line) !== null && (confidenceOf(line) ?? 0) >= 2,
  ).length
  if (sure === 0) return 'You were fairly sure or certain of no answer that a machine could check.'
  return sure === 1
    ? 'The one answer that you were sure of was not wrong.'
    : `None of the ${sure} answers that you were sure of was wrong.`
}

/** The whole report as a text to pass on: numbers, no names, nothing that was written. */
export function asText(report: Report, written: readonly ReportLine[]): string {
  const { spent, planned } = timeInWords(report)
  const lines = report.lines.map((line) => {
    const sure = confidenceOf(line)
    return [
      `${line.position + 1}. ${promptOf(line)}`,
      `${resultInWords(line)}${sure === null ? '' : `, ${SURE[sure]!.toLowerCase()}`}, ${minutesAndSeconds(line.spentMs)} of ${minutesAndSeconds(line.minutes * 60_000)}`,
    ].join('\n   ')
  })
  return [
    `Mock interview: ${headline(report)}.`,
    written.length > 0 && `In words, marked by the candidate: ${writtenInWords(written)}.`,
    [answeredInWords(report), courseInWords(report), `Time: ${spent}, planned ${planned}.`]
      .filter(Boolean)
      .join(' '),
    '',
    ...lines,
  ]
    .filter((line) => line !== false)
    .join('\n')
}

function isPartly(score: number | null): boolean {
  return score !== null && score > 0 && score < 1
}
