import {
  type ChoiceField,
  defaults,
  type Field,
  type Fields,
  type Figure,
  type NumberField,
  settle,
  type State,
} from './figure.ts'

const version = '1'

/**
 * The one form of a figure's state: in the URL, in MDX and in YAML.
 * @returns `1.key~value_key~value` in the order of the fields, those at their default left out;
 *   "" for the default state
 */
export function encodeState<F extends Fields>(figure: { fields: F }, state: State<F>): string {
  const parts = Object.entries(figure.fields)
    .filter(([key, field]) => state[key] !== field.default)
    .map(([key]) => `${key}~${state[key]}`)
  return parts.length === 0 ? '' : `${version}.${parts.join('_')}`
}

/**
 * Reads any text; never throws. What cannot be read takes its default, what is out of range is
 * clamped, and each such thing is said in `notes`, a sentence each.
 */
export function decodeState<F extends Fields>(
  figure: Pick<Figure<F>, 'title'> & { fields: F },
  text: string,
): { state: State<F>; notes: string[] } {
  const state: Record<string, number | string> = { ...defaults(figure) }
  const notes: string[] = []
  const body = text.startsWith(`${version}.`) ? text.slice(version.length + 1) : ''
  if (text !== '' && body === '')
    notes.push(
      'The link is of a form that this figure does not know: it starts from its beginning.',
    )
  const seen = new Set<string>()
  for (const part of body === '' ? [] : body.split('_')) {
    const [key = '', written = ''] = part.split(/~(.*)/s)
    const field = Object.hasOwn(figure.fields, key) ? figure.fields[key] : undefined
    if (field === undefined) notes.push(foreign(figure, key))
    else if (seen.has(key)) notes.push(`“${key}” is given twice: the first one counts.`)
    else {
      const read = readField(key, field, written)
      state[key] = read.value
      if (read.note !== undefined) notes.push(read.note)
    }
    seen.add(key)
  }
  return { state: state as State<F>, notes }
}

type Read = { value: number | string; note?: string }

function readField(key: string, field: Field, written: string): Read {
  return field.kind === 'choice' ? readChoice(key, field, written) : readNumber(key, field, written)
}

function readChoice(key: string, field: ChoiceField, written: string): Read {
  const values = field.options.map((option) => option.value)
  if (values.includes(written)) return { value: written }
  const known = values.map((value) => `“${value}”`).join(' or ')
  return { value: field.default, note: `“${key}” is ${known}: it is “${field.default}” here.` }
}

function readNumber(key: string, field: NumberField, written: string): Read {
  const value = /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(written) ? Number(written) : NaN
  if (!Number.isFinite(value))
    return { value: field.default, note: `“${key}” is a number: it is ${field.default} here.` }
  const settled = settle(field, value)
  if (value < field.min || value > field.max)
    return {
      value: settled,
      note: `“${key}” goes from ${field.min} to ${field.max}: it is ${settled} here, not ${shorten(written)}.`,
    }
  if (Math.abs(settled - value) > 1e-9 * Math.max(1, Math.abs(value)))
    return { value: settled, note: `“${key}” is rounded to ${settled}.` }
  return { value: settled }
}

function foreign(figure: { title: string; fields: Fields }, key: string): string {
  const known = Object.keys(figure.fields).join(', ')
  return `“${shorten(key)}” is not part of “${figure.title}”, which knows ${known}.`
}

/** A link is written by anybody: what is quoted from it stays short. */
function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}
