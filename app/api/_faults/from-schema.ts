import fc from 'fast-check'
import { z } from 'zod'

/* From the shape that a route asks for: values that have it, and values that nearly have. */

type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
}

/** Values of a shape, as a client would send them. What only code can check may still be wrong. */
export function fitting(form: z.ZodType): fc.Arbitrary<unknown> {
  return from(z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Schema)
}

function from(schema: Schema): fc.Arbitrary<unknown> {
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map(from))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'string':
      return text(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { minItems = 0, maxItems = 5 } = schema
      const maxLength = Math.max(minItems, Math.min(maxItems, 5))
      return fc.array(from(schema.items ?? {}), { minLength: minItems, maxLength })
    }
    case 'object':
      return object(schema)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function text({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  const day = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  if (format === 'date-time') return day.map((date) => date.toISOString())
  if (format === 'email') return fc.emailAddress()
  if (format === 'date') return day.map((date) => date.toISOString().slice(0, 10))
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 80)) })
}

function object({ properties = {}, required = [], additionalProperties }: Schema) {
  const known = Object.fromEntries(
    Object.entries(properties).map(([key, each]) => [key, from(each)]),
  )
  const record = fc.record(known, { requiredKeys: required })
  if (typeof additionalProperties !== 'object') return record
  return fc.dictionary(fc.string({ maxLength: 20 }), from(additionalProperties), { maxKeys: 3 })
}

/** What no field expects. */
export const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  -0,
  1.5,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  5e-324,
  '',
  ' ',
  'a'.repeat(30_000),
  '𝒳'.repeat(5_000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff tail',
  '\u202Eright to left',
  '\u200B',
  'e\u0301'.repeat(100),
  '__proto__',
  'constructor',
  'toString',
  "'; drop table users; --",
  "' or '1'='1",
  '%',
  '%_%',
  '\\',
  '$1',
  '${7*7}',
  '{{7*7}}',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  '7ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  'reg-0001',
  'reg-0001/__proto__',
  'NaN',
  'Infinity',
  '1e999',
  [],
  [[]],
  [null],
  Array.from({ length: 2_000 }, () => 0),
  {},
  { length: 1e9 },
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
  { constructor: { prototype: { isAdmin: true } } },
  { $ne: null },
  nested(200),
]

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: [nested(depth - 1)] }
}

/** Something that no field expects, where it is put, and how: what becomes of a value that is known later. */
export const hostileParts = fc.record({
  place: fc.nat(),
  part: fc.constantFrom(...HOSTILE),
  how: fc.constantFrom('replace', 'remove', 'add', 'polluting'),
})

/** A value with one part of it put in the place of another, taken away or added. */
export function spoilt(value: unknown): fc.Arbitrary<unknown> {
  return hostileParts.map(({ place, part, how }) => spoil(value, anyPlace(value, place), part, how))
}

/** One of all its places. @param nth any number */
export function anyPlace(value: unknown, nth: number): Place {
  const places = placesIn(value)
  return places[nth % places.length]!
}

export type Place = readonly (string | number)[]

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]))]
}

export function spoil(value: unknown, place: Place, hostile: unknown, how: string): unknown {
  const [first, ...rest] = place
  if (first === undefined) {
    if (how === 'replace' || typeof value !== 'object' || value === null) return hostile
    if (how === 'polluting') return withKey(value, '__proto__', { isAdmin: true })
    return how === 'add'
      ? withKey(value, (JSON.stringify(hostile) ?? 'x').slice(0, 40), hostile)
      : {}
  }
  if (Array.isArray(value))
    return value.flatMap((each, nth) =>
      nth !== Number(first)
        ? [each]
        : how === 'remove' && rest.length === 0
          ? []
          : [spoil(each, rest, hostile, how)],
    )
  const { [first]: each, ...others } = value as Record<string, unknown>
  if (how === 'remove' && rest.length === 0) return others
  return withKey(others, String(first), spoil(each, rest, hostile, how))
}

/** Own and enumerable also when it is called `__proto__`: JSON has it so. */
function withKey(value: object, key: string, each: unknown): object {
  if (Array.isArray(value)) return [...value, each]
  return Object.defineProperty({ ...value }, key, {
    value: each,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

/** Bodies that are no JSON, or more of it than anybody reads. */
export const RAW: readonly { name: string; raw: BodyInit; type?: string }[] = [
  { name: 'nothing', raw: '' },
  { name: 'cut off', raw: '{"a":' },
  { name: 'two values', raw: '{} {}' },
  { name: 'a number too large', raw: '{"base":1e999,"text":"x"}' },
  { name: 'the same key twice', raw: '{"id":1,"id":{"a":2}}' },
  { name: 'a byte order mark', raw: '\uFEFF{}' },
  { name: 'not UTF-8', raw: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) },
  { name: 'very deep', raw: '['.repeat(30_000) + ']'.repeat(30_000) },
  { name: 'deep objects', raw: '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000) },
  { name: 'too large', raw: `"${'a'.repeat(70_000)}"` },
  { name: 'NUL', raw: '{"text":"\\u0000"}' },
  { name: 'half a pair as a key', raw: '{"\\ud800":1}' },
  { name: 'no JSON', raw: '<xml/>' },
  { name: 'a form', raw: 'a=1', type: 'application/x-www-form-urlencoded' },
  { name: 'text', raw: '{}', type: 'text/plain' },
  { name: 'another charset', raw: '{}', type: 'application/json; charset=utf-7' },
  { name: 'no type', raw: '{}', type: '' },
  { name: 'nonsense for a type', raw: '{}', type: 'application/json/x' },
]
