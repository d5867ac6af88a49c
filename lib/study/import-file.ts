import 'server-only'
import { z } from 'zod'
import { decodeBlueprint } from '#lib/interview/blueprint.ts'
import { ulid } from './attempt-entry.ts'
import { answerValue } from './interview-entry.ts'
import { moment as ourMoment } from './our-time.ts'
import { reportInput } from './report-problem.ts'
import { settingsInput } from './settings.ts'

/** The version of the file that `export-everything.ts` writes, and the only one so far. */
export const VERSION = 1

const moment = ourMoment.transform((text) => new Date(text))
const slug = z.string().regex(/^[a-z0-9-]{1,40}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a content hash')
const share = z.number().min(0).max(1).nullable()
const words = z.string().max(20_000)

/** JSON of one answer; what it is worth is graded again where its question is known. */
const response = z
  .unknown()
  .refine((value) => JSON.stringify(value ?? null).length <= 60_000, 'is too long')

const attempt = z.object({
  id: ulid,
  questionId: slug,
  itemId: z.string().regex(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,40}$/),
  kind: z.string().regex(/^[a-z-]{1,20}$/),
  contentHash: hash,
  seed: z.int32(),
  response,
  spans: z.unknown().optional(),
  confidence: z.int().min(0).max(3).nullable(),
  elapsedMs: z.int().min(0).max(86_400_000),
  grader: z.enum(['server', 'self', 'none']),
  scoreLow: share,
  scoreHigh: share,
  receivedAt: moment,
})

/** A line's id, or that of one that came of it: `<id>/<key point>`. */
const lineId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}(\/[a-z0-9-]{1,60})?$/)
const grade = z.int().min(1).max(4)
const line = {
  id: lineId,
  questionId: slug,
  keyPointId: z.string().regex(/^[a-z0-9-]{0,60}$/),
  proposed: grade.nullable(),
  attemptId: ulid.nullable(),
  receivedAt: moment,
}
const review = z.discriminatedUnion('event', [
  z.object({ ...line, event: z.literal('graded'), grade, dueAt: z.null(), undoes: z.null() }),
  z.object({
    ...line,
    event: z.enum(['overridden', 'postponed']),
    grade: z.null(),
    dueAt: moment,
    undoes: z.null(),
  }),
  z.object({
    ...line,
    event: z.literal('undone'),
    grade: z.null(),
    dueAt: z.null(),
    undoes: lineId,
  }),
])

const revision = z.object({
  id: ulid,
  seq: z.int32().min(1),
  base: z.int32().min(0),
  value: answerValue,
  tab: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  receivedAt: moment,
})

const item = z
  .object({
    position: z.int().min(0).max(100),
    questionId: slug,
    itemId: z.string().regex(/^[a-z0-9-]{1,40}$/),
    kind: z.string().regex(/^[a-z-]{1,20}$/),
    contentHash: hash,
    seed: z.int32(),
    minutes: z.number().min(0).max(240),
    limitMs: z.int32().min(0).nullable(),
    spentMs: z.int32().min(0),
    flagged: z.boolean(),
    skipped: z.boolean(),
    seq: z.int32().min(0),
    revisions: z.array(revision).max(5_000),
  })
  .refine(
    ({ seq, revisions }) =>
      revisions.every((each, nth) => each.seq === nth + 1) && seq === revisions.length,
    'has revisions that are not in their order',
  )

const interview = z
  .object({
    id: ulid,
    blueprint: z
      .string()
      .max(1_000)
      .refine((text) => decodeBlueprint(text).unread.length === 0),
    seed: z.int32(),
    startedAt: moment,
    deadline: moment.nullable(),
    closesAt: moment,
    pausedAt: moment.nullable(),
    pauses: z.int32().min(0),
    pausedSeconds: z.int32().min(0),
    position: z.int().min(0).max(100),
    openedAt: moment,
    closedAt: moment.nullable(),
    closedBy: z.enum(['finished', 'time', 'abandoned']).nullable(),
    shareId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{16}$/)
      .nullable(),
    items: z.array(item).min(1).max(101),
  })
  .refine(
    ({ items, position }) =>
      items.every((each, nth) => each.position === nth) && position < items.length,
    'has items that are not in their order',
  )

/** So that the database can count on from it, in four bytes. */
const REVISIONS = 1_000_000_000

const text = {
  questionId: slug,
  text: words,
  revision: z.int32().min(1).max(REVISIONS),
  updatedAt: moment,
}

const TWICE = 'names the same thing twice'

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}

function isOneEach(texts: readonly { questionId: string }[]): boolean {
  return areDistinct(texts.map(({ questionId }) => questionId))
}

/** Anything may stand there, also what no text can be made of: `{"toString": 1}`. */
function versionIn(input: unknown): string {
  return (JSON.stringify(input) ?? 'unknown').slice(0, 12)
}

/**
 * A file as the export writes it. What is derived (cards) and what stays with the account that it was
 * written by (e-mail, role, ways to sign in) is not read.
 */
export const exportedFile = z.object({
  format: z.literal('ridgeline', 'This is no file that Ridgeline has exported.'),
  version: z.literal(VERSION, {
    error: ({ input }) =>
      `This file is of version ${versionIn(input)} of the export; this site reads version ${VERSION}.`,
  }),
  settings: settingsInput
    .required()
    .extend({
      interviewOn: moment.nullable(),
      // never chosen, or written by a site that did not keep them yet
      level: settingsInput.shape.level.unwrap().nullable().default(null),
      blind: settingsInput.shape.blind.unwrap().nullable().default(null),
      updatedAt: moment,
    })
    .nullable(),
  attempts: z.array(attempt).max(100_000),
  reviews: z.array(review).max(200_000),
  drafts: z.array(z.object(text)).max(10_000).refine(isOneEach, TWICE),
  notes: z.array(z.object(text)).max(10_000).refine(isOneEach, TWICE),
  marks: z
    .array(z.object({ questionId: slug, kind: z.enum(['starred', 'parked']), createdAt: moment }))
    .max(20_000),
  reports: z
    .array(z.object({ ...reportInput.shape, questionId: slug, createdAt: moment }))
    .max(2_000),
  interviews: z
    .array(interview)
    .max(5_000)
    .refine((all) => areDistinct(all.flatMap(({ shareId }) => shareId ?? [])), TWICE)
    .refine(
      (all) =>
        areDistinct(
          all.flatMap(({ items }) =>
            items.flatMap(({ revisions }) => revisions.map(({ id }) => id)),
          ),
        ),
      TWICE,
    ),
})

export type ExportedFile = z.infer<typeof exportedFile>

export const importInput = z.strictObject({
  /** false: only say what would come of it */
  apply: z.boolean(),
  file: exportedFile,
})
