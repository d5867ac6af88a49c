import type { z } from 'zod'
import { didYouMean } from './nearest.ts'
import type { RuleId } from './book/index.ts'
import type { Finding } from './problem.ts'

/** The twelfth kind of item is the page's own (DECISIONS.md). */
const RUBRIC =
  'the rubric is the question itself: write keyPoints, and followUps for what is asked next, each with the key points it expects'

/** What zod found, as a sentence about the author's text. Unknown keys are told by the reader. */
export function explain(issue: z.core.$ZodIssue): Omit<Finding, 'line' | 'column'> {
  const name = nameOf(issue.path)
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined)
        return { rule: 'schema/missing', message: `${name} is missing` }
      return {
        rule: 'schema/type',
        message: `${name} must be ${kinds[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`,
      }
    case 'invalid_value':
      if (issue.input === undefined)
        return { rule: 'schema/missing', message: `${name} is missing` }
      return choice(name, issue.input, issue.values.map(String))
    case 'invalid_union': {
      const { options } = issue as { options?: unknown[] }
      const kind = (issue.input as Record<string, unknown>)?.['kind']
      const found = choice(name, kind, (options ?? []).map(String))
      return kind === 'rubric' ? { ...found, hint: RUBRIC } : found
    }
    case 'too_big':
      return { rule: 'schema/range', message: `${name} ${bound(issue, issue.maximum, 'most')}` }
    case 'too_small':
      return { rule: 'schema/range', message: `${name} ${bound(issue, issue.minimum, 'least')}` }
    case 'invalid_format':
      return { rule: 'schema/format', message: `${name}: ${issue.message}` }
    default:
      return { rule: ownRule(issue) ?? 'schema/value', message: `${name}: ${issue.message}` }
  }
}

/** A refinement may say which rule it is: `params: { rule }`. */
function ownRule(issue: z.core.$ZodIssue): RuleId | undefined {
  const { params } = issue as { params?: { rule?: RuleId } }
  return params?.rule
}

/** The keys that a schema knows at a path, walked together with the value (unions by their kind). */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const node = unwrap(schema, value)
  const { shape, element } = node.def as {
    shape?: Record<string, z.ZodType>
    element?: z.ZodType
  }
  const [key, ...rest] = path
  if (key === undefined) return Object.keys(shape ?? {})
  const next = element ?? shape?.[String(key)]
  const inside = (value as Record<PropertyKey, unknown> | null)?.[key]
  return next ? keysAt(next, rest, inside) : []
}

function unwrap(schema: z.ZodType, value: unknown): z.ZodType {
  const def = schema.def as {
    innerType?: z.ZodType
    options?: z.ZodType[]
    discriminator?: string
  }
  if (def.innerType) return unwrap(def.innerType, value)
  if (!def.options || !def.discriminator) return schema
  const wanted = (value as Record<string, unknown> | null)?.[def.discriminator]
  const option = def.options.find((each) => {
    const { shape } = each.def as { shape?: Record<string, z.ZodType> }
    return shape?.[def.discriminator ?? '']?.safeParse(wanted).success
  })
  return option ?? schema
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string' || typeof value === 'number')
    return `“${String(value).slice(0, 40)}”`
  return kinds[typeof value] ?? typeof value
}

function choice(name: string, value: unknown, values: string[]): Omit<Finding, 'line' | 'column'> {
  const known = values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`
  const given = typeof value === 'string' ? value : ''
  return {
    rule: value === undefined ? 'schema/missing' : 'schema/choice',
    message: `${name} must be ${known}${value === undefined ? '' : `, not ${kindOf(value)}`}`,
    ...(given ? didYouMean(given, values) : {}),
  }
}

function bound(
  issue: { origin: string; input?: unknown; inclusive?: boolean | undefined },
  limit: number | bigint,
  which: 'most' | 'least',
): string {
  const size = (issue.input as { length?: number } | undefined)?.length
  if (issue.origin === 'string')
    return size === 0 ? 'is empty' : `has ${size} characters; at ${which} ${limit}`
  if (issue.origin === 'array') return `has ${size} entries; at ${which} ${limit}`
  const exclusive =
    issue.inclusive === false ? (which === 'most' ? 'below' : 'above') : `at ${which}`
  return `is ${String(issue.input)}; it must be ${exclusive} ${limit}`
}

/** ['items', 0, 'options', 2, 'why'] → "items[1].options[3].why", counted as people do. */
function nameOf(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key + 1}]`
        : text
          ? `${text}.${String(key)}`
          : String(key),
    '',
  )
  return name || 'this'
}
