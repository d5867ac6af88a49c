import { z } from 'zod'
import { itemSchema } from '#lib/quiz/grade/item.ts'

export const levels = ['intern', 'mid', 'senior'] as const

export const kinds = [
  'concept',
  'derivation',
  'numeric',
  'debug',
  'case',
  'plot-reading',
  'code-reading',
] as const

const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const url = z.url({ protocol: /^https?$/, error: 'an address beginning with https:// or http://' })
const level = z.enum(levels)
/** Of a question; immutable, since attempts, cards and Anki notes hang on it. */
const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*-\d{4,}$/, 'letters, a hyphen, four digits: reg-0001')
const cues = z.array(text).default([])

const keyPoint = z.strictObject({
  id: slug,
  text,
  weight: z.int().min(1).max(3),
  must: z.boolean().optional(),
  /** the level from which it is expected */
  from: level,
  /** phrases a candidate would write, literally; they highlight, they never tick */
  cues,
})

const misconception = z.strictObject({
  id: slug,
  claim: text,
  cues,
  why: text,
  /** the figure state that disproves it, what to look at in it, and an expression that holds there */
  refute: z.strictObject({ demo: text, state: text, look: text, shows: text }).optional(),
})

const followUp = z.strictObject({
  ask: text,
  when: z
    .string()
    .regex(
      /^(always|(missed|ticked):[a-z0-9-]+)$/,
      'always, missed:<key point> or ticked:<key point>',
    ),
  expects: z.array(slug).default([]),
})

const encounter = z
  .strictObject({
    company: slug,
    role: slug,
    level: level.optional(),
    stage: text.optional(),
    seenAt: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a year and a month: 2026-09')
      .optional(),
    evidence: z.enum(['submitted', 'public-url']),
    url: url.optional(),
  })
  .refine((each) => each.evidence !== 'public-url' || each.url !== undefined, {
    message: 'evidence public-url needs the url',
    path: ['evidence'],
    params: { rule: 'tags/evidence-url' },
  })

/** The contract with authors: product.md §4, one file a question. */
export const frontMatterSchema = z.strictObject({
  id,
  title: text.max(90),
  /** the question as an interviewer puts it, verbatim where it has a source */
  asked: text,
  aliases: z.array(slug).default([]),
  topic: slug,
  levels: distinct(z.array(level).min(1)),
  roles: distinct(z.array(slug).min(1)),
  kind: z.enum(kinds),
  minutes: z.int().min(1).max(45),
  summary: text.refine((value) => wordsIn(value) <= 60, {
    error: (issue) => `${wordsIn(String(issue.input))} words; at most 60`,
  }),
  keyPoints: distinctIds(z.array(keyPoint).min(4).max(14)),
  misconceptions: distinctIds(z.array(misconception)).default([]),
  followUps: z.array(followUp).default([]),
  items: distinctIds(z.array(itemSchema).min(2)),
  encounters: z.array(encounter).default([]),
  prerequisites: z.array(id).default([]),
  related: z.array(id).default([]),
  sources: z.array(z.strictObject({ title: text, url })).min(1),
  status: z.enum(['draft', 'published', 'retired']),
  authors: z.array(text).min(1),
  updated: z.iso.date('a date that exists: 2026-11-23'),
})

export type FrontMatter = z.infer<typeof frontMatterSchema>
export type Level = (typeof levels)[number]
export type Kind = (typeof kinds)[number]

function wordsIn(value: string): number {
  return value.trim().split(/\s+/).length
}

function distinct<T extends z.ZodArray<z.ZodType<string>>>(list: T) {
  return list.check(({ value, issues }) => {
    value.forEach((each, index) => {
      if (value.indexOf(each) < index)
        issues.push({ code: 'custom', input: value, path: [index], message: 'said twice' })
    })
  })
}

function distinctIds<T extends z.ZodArray<z.ZodType<{ id: string }>>>(list: T) {
  return list.check(({ value, issues }) => {
    value.forEach((each, index) => {
      if (value.findIndex((other) => other.id === each.id) < index)
        issues.push({
          code: 'custom',
          input: value,
          path: [index, 'id'],
          message: `“${each.id}” is taken`,
        })
    })
  })
}
