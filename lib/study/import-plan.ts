import 'server-only'
import { questions } from '#lib/content/questions.ts'
import type { NewAttempt } from '#lib/db/attempt.ts'
import type { NewVersion } from '#lib/db/content-version.ts'
import { versionsOf } from '#lib/db/history.ts'
import * as stored from '#lib/db/import.ts'
import { databaseNow } from '#lib/db/interview.ts'
import type { ReviewRow } from '#lib/db/review.ts'
import { findSettings } from '#lib/db/settings.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { answerSchema } from './attempt-entry.ts'
import { gradeAttempt, readGradable } from './grade-attempt.ts'
import type { Tallies } from './import-everything.ts'
import type { ExportedFile } from './import-file.ts'
import { type Names, namesOf } from './import-names.ts'
import { askOf, readShown } from './shown-question.ts'
import { isUnknown, unknownVersion } from './unknown-version.ts'

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
): Promise<Plan> {
  const now = await databaseNow(tx)
  const [names, versions] = [await namesOf(tx, userId, file), await knownVersions(tx, file)]
  /** What claims to be from a time to come is from now. */
  const past = (moment: Date) => (moment > now ? now : moment)

  const interviews = sift(file.interviews, names, (each) => canShow(each, versions))
  const attempts = sift(file.attempts, names, (each) => isReadable(each, file, versions))
  const reviews = sift(file.reviews, names, () => true)
  const reports = sift(file.reports, names, () => true)
  const shares = await stored.takenShares(
    tx,
    interviews.added.flatMap(({ shareId }) => shareId ?? []),
  )
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
      ...graded(each, file, versions),
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
      // A link that leads somewhere goes on leading there.
      shareId: each.shareId !== null && shares.has(each.shareId) ? null : each.shareId,
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

type Versions = ReadonlyMap<string, NewVersion>

/**
 * The questions as they were answered: today's where it is the same file, else what is kept here. A
 * version that this site has never had gets a row that says so; the file's own word is not taken for it,
 * since versions are everybody's.
 */
async function knownVersions(tx: Transaction, file: ExportedFile): Promise<Versions> {
  const named = [...file.attempts, ...file.interviews.flatMap(({ items }) => items)]
  const wanted = new Map(named.map((each) => [each.contentHash, each.questionId]))
  const kept = await versionsOf([...wanted.keys()], tx)
  const bank = new Map([...(await questions()).values()].map((each) => [each.id, each]))
  return new Map(
    [...wanted].map(([hash, questionId]) => {
      const current = bank.get(questionId)
      const question =
        current?.contentHash === hash
          ? current
          : (kept.get(hash) ?? unknownVersion(questionId, current))
      return [hash, { hash, questionId, question: question as object }]
    }),
  )
}

/** Graded here, by the version that was answered. Where that is unknown the file's own grade stands. */
function graded(each: FileAttempt, file: ExportedFile, versions: Versions) {
  const regraded = gradeHere(each, file, versions)
  if (regraded === 'unknown') return each
  const { score, kind, grader, spans } = regraded as Exclude<typeof regraded, { problem: string }>
  return {
    ...each,
    kind,
    grader,
    spans,
    scoreLow: score?.low ?? null,
    scoreHigh: score?.high ?? null,
  }
}

function isReadable(each: FileAttempt, file: ExportedFile, versions: Versions): boolean {
  const regraded = gradeHere(each, file, versions)
  if (regraded !== 'unknown') return !('problem' in regraded)
  return !['answer', 'again'].includes(each.kind) || answerSchema.safeParse(each.response).success
}

function gradeHere(each: FileAttempt, file: ExportedFile, versions: Versions) {
  const { question, questionId } = versions.get(each.contentHash)!
  if (isUnknown(question)) return 'unknown'
  const [owner, name = ''] = each.itemId.split('/')
  if (owner !== questionId || questionId !== each.questionId)
    return { problem: 'of another question' }
  const text = name === 'rubric' ? quotedText(each, file) : null
  return gradeAttempt(readGradable(question), name, each.response, text, each.seed)
}

function quotedText(rubric: FileAttempt, file: ExportedFile): string | null {
  const { answerId } = (rubric.response ?? {}) as { answerId?: unknown }
  const answer = file.attempts.find(({ id }) => id === answerId)
  const parsed = answerSchema.safeParse(answer?.response)
  return parsed.success ? parsed.data.text : null
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
