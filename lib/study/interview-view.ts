import 'server-only'
import { topics } from '#lib/content/questions.ts'
import type { InterviewRow, ItemWithValue } from '#lib/db/interview.ts'
import { openFor } from '#lib/interview/clock.ts'
import { type Form, formOf, type ScreenKind } from '#lib/interview/form.ts'
import { type Blueprint, decodeBlueprint } from '#lib/interview/blueprint.ts'
import type { AnswerValue } from './interview-entry.ts'
import { type Ask, askOf, readShown } from './shown-question.ts'

/** Where an interview stands, as its reader's page needs it. Dates are ISO 8601, the database's. */
export type InterviewState = {
  id: string
  blueprint: Blueprint
  seed: number
  startedAt: string
  now: string
  deadline: string | null
  closesAt: string
  pausedAt: string | null
  pauses: number
  pausedSeconds: number
  position: number
  closedAt: string | null
  closedBy: InterviewRow['closedBy']
}

export type Screen = {
  position: number
  kind: ScreenKind
  form: Form
  minutes: number
  limitMs: number | null
  /** up to now */
  spentMs: number
  flagged: boolean
  skipped: boolean
  /** null in a blind interview */
  about: { topic: string; levels: string[] } | null
  ask: Ask
  /** of the newest answer; 0: none */
  seq: number
  value: AnswerValue | null
}

export function viewState(row: InterviewRow, now: Date): InterviewState {
  return {
    id: row.id,
    blueprint: decodeBlueprint(row.blueprint).blueprint,
    seed: row.seed,
    startedAt: row.startedAt.toISOString(),
    now: now.toISOString(),
    deadline: row.deadline?.toISOString() ?? null,
    closesAt: row.closesAt.toISOString(),
    pausedAt: row.pausedAt?.toISOString() ?? null,
    pauses: row.pauses,
    pausedSeconds: row.pausedSeconds,
    position: row.position,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: row.closedBy,
  }
}

/** No key and no reason is in it: only what `asked` lets out. */
export async function viewScreens(
  interview: InterviewRow,
  items: readonly ItemWithValue[],
  now: Date,
): Promise<Screen[]> {
  const tree = await topics()
  const { blind } = decodeBlueprint(interview.blueprint).blueprint
  return items.map((item) => {
    const question = readShown(item.question)
    const topic = tree.get(question.topic)?.title ?? question.topic
    const kind = item.kind as ScreenKind
    const isNow = item.position === interview.position && interview.closedAt === null
    return {
      position: item.position,
      kind,
      form: formOf(kind),
      minutes: item.minutes,
      limitMs: item.limitMs,
      spentMs: item.spentMs + (isNow ? openFor(interview, now) : 0),
      flagged: item.flagged,
      skipped: item.skipped,
      about: blind ? null : { topic, levels: question.levels },
      ask: askOf(question, item),
      seq: item.seq,
      value: item.value as AnswerValue | null,
    }
  })
}
