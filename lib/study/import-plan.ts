import 'server-only'
import type { NewAttempt } from '#lib/db/attempt.ts'
import type { NewVersion } from '#lib/db/content-version.ts'
import * as stored from '#lib/db/import.ts'
import { databaseNow } from '#lib/db/interview.ts'
import type { ReviewRow } from '#lib/db/review.ts'
import { findSettings } from '#lib/db/settings.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { Tallies } from './import-everything.ts'
import type { ExportedFile } from './import-file.ts'
import type { gradesOf, Verdict, Versions } from './import-grades.ts'
import { type Names, namesOf } from './import-names.ts'
import { askOf, readShown } from './shown-question.ts'
import { isUnknown } from './unknown-version.ts'

type FileAttempt = ExportedFile['attempts'][number]
type FileInterview = ExportedFile['interviews'][number]
type FileText = ExportedFile['drafts'][number]

/** The rows that an import adds, under the names that they have here. */
export type Plan = {
  versions: NewVersion[]
  attempts: NewAttempt[]
  reviews: ReviewRow[]
  interviews: stored.ImportedInterview[]
  drafts: FileText[]
  notes: FileText[]
  marks: Parameters<typeof stored.addMarks>[1][number][]
  reports: Parameters<typeof stored.addReports>[1][number][]
  settings: NonNullable<ExportedFile['settings']> | null
  tallies: Tallies
}

/** Reads what is here and decides about each row. Writes nothing. */
export async function planImport(
  tx: Transaction,
  userId: string,
  file: ExportedFile,
  { versions, verdicts }: Awaited<ReturnType<typeof gradesOf>>,
): Promise<Plan> {
  const now = await databaseNow(tx)
  const names = await namesOf(tx, userId, file)
  /** What claims to be from a time to come is from now. */
  const past = (moment: Date) => (moment > now ? now : moment)

  const interviews = sift(file.interviews, names, (each) => canShow(each, versions))
  const attempts = sift(file.attempts, names, ({ id }) => isJudged(verdicts.get(id)))
  const reviews = sift(file.reviews, names, () => true)
  const reports = sift(file.reports, names, () => true)
  const marked = await stored.marksOf(tx, userId)
  const marks = file.marks.filter(({ questionId, kind }) => !marked.has(`${questionId} ${kind}`))
  const drafts = joined(file.drafts, await stored.textsOf(tx, 'drafts', userId))
  const notes = joined(file.notes, await stored.textsOf(tx, 'notes', userId))
  const hasSettings = (await findSettings(userId, tx)) !== null
  const settings = hasSettings ? null : file.settings

  const used = new Set([
    ...attempts.added.map(({ contentHash }) => contentHash),
    ...interviews.added.flatMap(({ items }) => items.map(({ contentHash }) => contentHash)),
  ])
  return {
    versions: [...versions.values()].filter(({ hash }) => used.has(hash)),
    attempts: attempts.added.map((each) => ({
      ...graded(each, verdicts.get(each.id)!),
      id: names.of(each.id),
      userId,
      response: renamed(each.response, names),
      receivedAt: past(each.receivedAt),
    })),
    reviews: reviews.added.map((each) => ({
      ...each,
      id: names.of(each.id),
      userId,
      undoes: each.undoes && names.of(each.undoes),
      attemptId: each.attemptId && names.of(each.attemptId),
      receivedAt: past(each.receivedAt),
    })),
    interviews: interviews.added.map((each) => ({
      ...each,
      id: names.of(each.id),
      userId,
      // A file is nobody's word: whoever has read a link could take it over. It is shared anew by hand.
      shareId: null,
      items: each.items.map((item) => ({
        ...item,
        revisions: item.revisions.map((revision) => ({
          ...revision,
          id: names.of(revision.id),
          receivedAt: past(revision.receivedAt),
        })),
      })),
    })),
    drafts: drafts.changed,
    notes: notes.changed,
    marks: marks.map((each) => ({ ...each, userId })),
    reports: reports.added.map((each) => ({ ...each, id: names.of(each.id), userId })),
    settings,
    tallies: {
      attempts: attempts.tally,
      reviews: reviews.tally,
      interviews: interviews.tally,
      drafts: drafts.tally,
      notes: notes.tally,
      marks: tally(marks.length, file.marks.length - marks.length),
      reports: reports.tally,
      settings: tally(settings ? 1 : 0, file.settings && hasSettings ? 1 : 0),
    },
  }
}

/** A rubric's response names the answer that it marks. */
function renamed(response: unknown, names: Names): unknown {
  const { answerId } = (response ?? {}) as { answerId?: unknown }
  if (typeof answerId !== 'string') return response
  return { ...(response as object), answerId: names.of(answerId) }
}

function tally(added: number, here: number, leftOut = 0) {
  return { added, here, leftOut }
}

function sift<Row extends { id: string }>(
  rows: readonly Row[],
  names: Names,
  isFit: (row: Row) => boolean,
) {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()]
  const fresh = once.filter(({ id }) => !names.isHere(id))
  const added = fresh.filter(isFit)
  return {
    added,
    tally: tally(added.length, once.length - fresh.length, fresh.length - added.length),
  }
}

/** None where it was here already, under another name, when its account was merged meanwhile. */
function isJudged(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && verdict !== 'unreadable'
}

/**
 * By the version that was answered. Where that is unknown the file's own grade stands, as the reader's
 * word: never as the server's, by which everybody's statistics are made.
 */
function graded(each: FileAttempt, verdict: Verdict) {
  if (typeof verdict === 'string')
    return { ...each, grader: each.grader === 'server' ? ('self' as const) : each.grader }
  const { score, kind, grader, spans } = verdict
  return {
    ...each,
    kind,
    grader,
    spans,
    scoreLow: score?.low ?? null,
    scoreHigh: score?.high ?? null,
  }
}

/** Whether each of its screens can be drawn from what is here. */
function canShow({ items }: FileInterview, versions: Versions): boolean {
  return items.every((item) => {
    const { question, questionId } = versions.get(item.contentHash)!
    if (isUnknown(question) || questionId !== item.questionId) return false
    try {
      askOf(readShown(question), item)
      return true
    } catch {
      return false
    }
  })
}

const SEAM = '\n\n— imported —\n\n'
const LONGEST = 20_000

/** What somebody wrote in two places is kept in both forms, one below the other. */
function joined(texts: readonly FileText[], mine: ReadonlyMap<string, string>) {
  const differing = texts.filter(({ questionId, text }) => !mine.get(questionId)?.includes(text))
  const changed = differing.map((each) => {
    const own = mine.get(each.questionId)
    return own === undefined || own === '' ? each : { ...each, text: own + SEAM + each.text }
  })
  const fitting = changed.filter(({ text }) => text.length <= LONGEST)
  return {
    changed: fitting,
    tally: tally(fitting.length, texts.length - differing.length, changed.length - fitting.length),
  }
}
