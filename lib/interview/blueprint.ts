import { LEVELS, type Level } from '#lib/quiz/kinds/rubric.ts'
import { FORMS, type Form } from './form.ts'

/** What an interview is drawn from. The same blueprint and seed give the same interview. */
export type Blueprint = {
  role: string | null
  /** its questions are drawn more often; no other is left out */
  company: string | null
  /** none: every level */
  levels: readonly Level[]
  /** topic → weight, 1 to 5; a topic includes those below it. None: every topic, unweighted */
  topics: Readonly<Record<string, number>>
  forms: readonly Form[]
  length: { minutes: number } | { items: number }
  clock: Clock
  /** of the planned time, what the clock gives */
  pace: Pace
  /** hides topic and level until the end */
  blind: boolean
  /** after each question in words, something that an interviewer asks next */
  followUps: boolean
  mix: Mix
  /** ids of the only questions that are drawn from. None: all of them */
  questions: readonly string[]
}

export const CLOCKS = ['none', 'whole', 'per-item'] as const
export type Clock = (typeof CLOCKS)[number]
export const PACES = [1, 1.5, 2] as const
export type Pace = (typeof PACES)[number]
/** Of questions that the reader has answered before; `any` does not look. */
export const MIXES = ['any', 'new', 'half', 'seen'] as const
export type Mix = (typeof MIXES)[number]

/** Limits of what can be asked for. */
export const MINUTES = { least: 5, most: 120 }
export const ITEMS = { least: 1, most: 40 }
export const WEIGHTS = { least: 1, most: 5 }
/** Questions that can be chosen one by one. */
export const MOST_CHOSEN = 40

export const standard: Blueprint = {
  role: null,
  company: null,
  levels: [],
  topics: {},
  forms: FORMS,
  length: { minutes: 20 },
  clock: 'whole',
  pace: 1,
  blind: false,
  followUps: false,
  mix: 'any',
  questions: [],
}

/** What a blueprint may be relaxed by, where the bank is too small for it. */
export const CONSTRAINTS = ['role', 'levels', 'topics', 'forms', 'mix', 'questions'] as const
export type Constraint = (typeof CONSTRAINTS)[number]

/** An interview about these questions and no others, as long as they are meant to take. */
export function chosenBlueprint(chosen: readonly { id: string; minutes: number }[]): Blueprint {
  const wanted = chosen.reduce((sum, { minutes }) => sum + minutes, 0)
  const minutes = Math.min(MINUTES.most, Math.max(MINUTES.least, Math.round(wanted)))
  return { ...standard, questions: chosen.map(({ id }) => id), length: { minutes } }
}

/** The blueprint without one of its constraints. */
export function relax(blueprint: Blueprint, constraint: Constraint): Blueprint {
  return { ...blueprint, [constraint]: standard[constraint] }
}

const VERSION = '1'

/**
 * The form that stands in an address, as a figure's state does: `1.key~value_key~value`, what is
 * standard left out, "" for the standard blueprint. Needs no escaping in a query.
 */
export function encodeBlueprint(blueprint: Blueprint): string {
  const parts = Object.entries(written(blueprint))
    .filter(([key, text]) => text !== written(standard)[key as Key])
    .map(([key, text]) => `${key}~${text}`)
  return parts.length === 0 ? '' : `${VERSION}.${parts.join('_')}`
}

/** Reads any text; never throws. What cannot be read is standard, and is named in `unread`. */
export function decodeBlueprint(text: string): { blueprint: Blueprint; unread: string[] } {
  const isKnown = text === '' || text.startsWith(`${VERSION}.`)
  const unread = isKnown ? [] : [text.slice(0, 40)]
  const body = isKnown ? text.slice(VERSION.length + 1) : ''
  let blueprint = standard
  for (const part of body === '' ? [] : body.split('_')) {
    const [key = '', value = ''] = part.split(/~(.*)/s)
    const read = Object.hasOwn(readers, key) ? readers[key as Key](value) : null
    if (read === null) unread.push(part.slice(0, 40))
    else blueprint = { ...blueprint, ...read }
  }
  return { blueprint, unread }
}

type Key = keyof ReturnType<typeof written>

function written(blueprint: Blueprint) {
  const { role, company, levels, topics, forms, length, clock, pace, mix } = blueprint
  return {
    role: role ?? '',
    company: company ?? '',
    levels: LEVELS.filter((level) => levels.includes(level)).join(','),
    topics: Object.entries(topics)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([topic, weight]) => (weight === 1 ? topic : `${topic}*${weight}`))
      .join(','),
    forms: FORMS.filter((form) => forms.includes(form)).join(','),
    length: 'minutes' in length ? `${length.minutes}m` : String(length.items),
    clock,
    pace: String(pace),
    blind: blueprint.blind ? 'yes' : 'no',
    followUps: blueprint.followUps ? 'yes' : 'no',
    mix,
    questions: blueprint.questions.join(','),
  }
}

type Read = Partial<Blueprint> | null

const readers: Record<Key, (value: string) => Read> = {
  role: (value) => (isSlug(value) ? { role: value } : null),
  company: (value) => (isSlug(value) ? { company: value } : null),
  levels: (value) => some(value, LEVELS, (levels) => ({ levels })),
  topics: readTopics,
  forms: (value) => some(value, FORMS, (forms) => ({ forms })),
  length: readLength,
  clock: (value) => one(value, CLOCKS, (clock) => ({ clock })),
  pace: (value) => one(Number(value), PACES, (pace) => ({ pace })),
  blind: (value) => one(value, ['yes', 'no'], (is) => ({ blind: is === 'yes' })),
  followUps: (value) => one(value, ['yes', 'no'], (is) => ({ followUps: is === 'yes' })),
  mix: (value) => one(value, MIXES, (mix) => ({ mix })),
  questions: readQuestions,
}

function readTopics(value: string): Read {
  const pairs = value.split(',').map((part) => /^([a-z0-9-]{1,40})(?:\*([1-5]))?$/.exec(part))
  if (pairs.length > 40 || pairs.includes(null)) return null
  return { topics: Object.fromEntries(pairs.map((pair) => [pair![1]!, Number(pair![2] ?? 1)])) }
}

function readQuestions(value: string): Read {
  const ids = [...new Set(value.split(','))]
  return ids.length <= MOST_CHOSEN && ids.every(isSlug) ? { questions: ids } : null
}

function readLength(value: string): Read {
  const [, number, isMinutes] = /^([1-9]\d{0,2})(m?)$/.exec(value) ?? []
  const count = Number(number)
  const { least, most } = isMinutes ? MINUTES : ITEMS
  if (!(count >= least && count <= most)) return null
  return { length: isMinutes ? { minutes: count } : { items: count } }
}

function one<T>(value: unknown, known: readonly T[], then: (found: T) => Read): Read {
  const found = known.find((each) => each === value)
  return found === undefined ? null : then(found)
}

function some<T extends string>(value: string, known: readonly T[], then: (found: T[]) => Read) {
  const parts = value.split(',')
  if (!parts.every((part) => known.some((each) => each === part))) return null
  return then(known.filter((each) => parts.includes(each)))
}

function isSlug(value: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(value)
}
