import type { Report } from '#app/mock/[id]/requests.ts'
import { isAnswered } from '#app/mock/[id]/answers.ts'
import { minutesAndSeconds } from '#app/mock/[id]/words.ts'
import type { ReportLine } from '#lib/study/open-report.ts'

/** What the machine says, first: right answers out of all that it could check. */
export function checkedInWords(checked: readonly ReportLine[]): string {
  if (checked.length === 0) return 'All in words: the marking is yours'
  const right = checked.filter(({ attempt }) => attempt?.score?.low === 1).length
  const partly = checked.filter(({ attempt }) => isPartly(attempt?.score?.low)).length
  const rest = partly === 0 ? '' : `, ${partly} partly`
  return `${right} of ${checked.length} machine-checked ${checked.length === 1 ? 'question' : 'questions'} right${rest}`
}

/** How it went: answers, time, pauses, and how it ended. */
export function courseInWords(report: Report): string {
  const { lines, closedBy, pauses, pausedSeconds } = report
  const answered = lines.filter((line) => line.value && isAnswered(line, line.value)).length
  const spent = lines.reduce((sum, { spentMs }) => sum + spentMs, 0)
  const planned = lines.reduce((sum, { minutes }) => sum + minutes, 0)
  return [
    `Answered ${answered} of ${lines.length}, in ${minutesAndSeconds(spent)} of ${minutesAndSeconds(planned * 60_000)} planned.`,
    pauses > 0 &&
      `Paused ${pauses === 1 ? 'once' : `${pauses} times`}, for ${minutesAndSeconds(pausedSeconds * 1000)} in all.`,
    closedBy === 'time' && 'It ended with its time.',
    closedBy === 'abandoned' && 'It was closed after a week, from what was saved.',
  ]
    .filter(Boolean)
    .join(' ')
}

function isPartly(score: number | undefined): boolean {
  return score !== undefined && score > 0 && score < 1
}
