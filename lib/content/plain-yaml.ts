/*
 * The YAML that front matter is nearly always written in: maps and lists by indentation, texts on one line, in single
 * quotes or folded, lists and maps of these in brackets on one line. It is read ten times as fast as YAML at large,
 * and anything else, right or wrong, is left to the parser that knows all of it.
 */

/** What a text says, as `yaml` would read it; undefined where it is not that plain. */
export function plainYaml(text: string): unknown {
  const plain = text.replace(/^ *\n/, '')
  if (/[\t\r\0]|[ ]$/m.test(plain)) return undefined
  const lines = plain.split('\n').map((line): Line => {
    const said = behindSpace(line)
    return { indent: line.length - said.length, said }
  })
  try {
    const reader = new Reader(lines)
    const value = reader.block(0)
    return reader.isDone ? value : undefined
  } catch (error) {
    if (error === notPlain) return undefined
    throw error
  }
}

type Line = { indent: number; said: string }
type Value = string | number | boolean | Value[] | { [key: string]: Value }

const notPlain = new Error('not plain')
const entry = /^([A-Za-z][\w-]*):(?: +(.+))?$/
/** Words that are no texts, in any form that YAML knows. */
const special =
  /^(?:~|null|true|false|[-+]?\.inf|\.nan|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?)$/i
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** Blocks, by their indentation. */
class Reader {
  private readonly lines: readonly Line[]
  private at = 0

  constructor(lines: readonly Line[]) {
    this.lines = lines
  }

  get isDone(): boolean {
    return this.next === undefined
  }

  /** The next line that says something. */
  private get next(): Line | undefined {
    while (this.lines[this.at]?.said === '') this.at += 1
    return this.lines[this.at]
  }

  /** @param least how far it is indented at least */
  block(least: number): Value {
    const { next } = this
    if (!next || next.indent < least) throw notPlain
    return next.said.startsWith('- ') ? this.list(next.indent) : this.map(next.indent)
  }

  private list(indent: number): Value[] {
    const list: Value[] = []
    for (let line = this.next; line && line.indent >= indent; line = this.next) {
      if (line.indent > indent || !line.said.startsWith('- ')) throw notPlain
      const said = behindSpace(line.said.slice(1))
      const inner = indent + line.said.length - said.length
      // A map begins on the line of its hyphen; what follows of it stands below its first key.
      if (entry.test(said)) list.push(this.map(inner, said))
      else {
        this.at += 1
        list.push(this.value(said, indent))
      }
    }
    return list
  }

  /** @param first its first entry, where that does not stand at the beginning of its line */
  private map(indent: number, first?: string): Value {
    const map: { [key: string]: Value } = {}
    for (let line = this.next; line && (first || line.indent >= indent); line = this.next) {
      if (!first && line.indent > indent) throw notPlain
      const [, key, said] = entry.exec(first ?? line.said) ?? []
      if (key === undefined || special.test(key) || Object.hasOwn(map, key)) throw notPlain
      first = undefined
      this.at += 1
      map[key] = said === undefined ? this.block(indent + 1) : this.value(said, indent)
    }
    return map
  }

  /** @param indent of the map or list in which it stands */
  private value(said: string, indent: number): Value {
    const folding = /^[|>]-?$/.test(said)
    const value = folding ? this.text(said, indent) : inline(said)
    // More of a text on its next line.
    if (this.next && this.next.indent > indent) throw notPlain
    return value
  }

  /** A text over several lines: folded to one (>), or as they are (|); the last break is cut off (-). */
  private text(style: string, indent: number): string {
    const own: Line[] = []
    for (; ; this.at += 1) {
      const line = this.lines[this.at]
      if (!line || (line.said !== '' && line.indent <= indent)) break
      own.push(line)
    }
    while (own.at(-1)?.said === '') own.pop()
    const margin = own[0]?.indent
    if (own.length === 0 || own[0]!.said === '') throw notPlain
    const isEven = own.every((line) => line.indent === margin || line.said === '')
    if (!isEven) throw notPlain
    const lines = own.map(({ said }) => said)
    const joined = lines.join('\n')
    const value = style.startsWith('|') ? joined : folded(lines)
    return style.endsWith('-') ? value : `${value}\n`
  }
}

/** One break is a space, and of several in a row the first is none. */
function folded(lines: readonly string[]): string {
  let text = ''
  lines.forEach((line, nth) => {
    const before = lines[nth - 1]
    if (line === '') text += '\n'
    else text += nth === 0 || before === '' ? line : ` ${line}`
  })
  return text
}

/** A value on one line. */
function inline(said: string): Value {
  if (!/^[[{'"]/.test(said)) return word(said, /^[^\s,[\]{}#&*!|>'"%@`?:-]|^-[^\s]/)
  const { value, rest } = bracketed(said)
  if (rest !== '') throw notPlain
  return value
}

function word(text: string, start: RegExp): Value {
  if (!start.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':'))
    throw notPlain
  if (text === 'true' || text === 'false') return text === 'true'
  if (number.test(text)) return Number(text)
  if (special.test(text)) throw notPlain
  return text
}

type Read = { value: Value; rest: string }

/** A list, a map or a text in quotes, and what stands behind it. */
function bracketed(said: string): Read {
  if (said.startsWith('[')) return listed(behindSpace(said.slice(1)))
  if (said.startsWith('{')) return mapped(behindSpace(said.slice(1)))
  const [whole, single, double] = /^(?:'((?:[^']|'')*)'|"([^"\\]*)")/.exec(said) ?? []
  if (whole === undefined) {
    const text = /^[^,[\]{}]*/.exec(said)![0]
    const value = word(text.replace(/ +$/, ''), /^[^\s#&*!|>'"%@`?:-]|^-[^\s]/)
    return { value, rest: said.slice(text.length) }
  }
  const value = single === undefined ? double! : single.replaceAll("''", "'")
  return { value, rest: behindSpace(said.slice(whole.length)) }
}

function listed(said: string): Read {
  const list: Value[] = []
  let rest = said
  while (!rest.startsWith(']')) {
    const read = bracketed(rest)
    list.push(read.value)
    rest = afterComma(read.rest, ']')
  }
  return { value: list, rest: behindSpace(rest.slice(1)) }
}

function mapped(said: string): Read {
  const map: { [key: string]: Value } = {}
  let rest = said
  while (!rest.startsWith('}')) {
    const [whole, key] = /^([A-Za-z][\w-]*): +/.exec(rest) ?? []
    if (whole === undefined || special.test(key!) || Object.hasOwn(map, key!)) throw notPlain
    const read = bracketed(rest.slice(whole.length))
    map[key!] = read.value
    rest = afterComma(read.rest, '}')
  }
  return { value: map, rest: behindSpace(rest.slice(1)) }
}

/** No other character is space to YAML, as it would be to `trim`. */
function behindSpace(text: string): string {
  let at = 0
  while (text[at] === ' ') at += 1
  return text.slice(at)
}

/** An entry is followed by a comma and another, or by the end. */
function afterComma(rest: string, end: string): string {
  if (rest.startsWith(end)) return rest
  const next = behindSpace(rest.slice(1))
  if (!rest.startsWith(',') || next === '' || next.startsWith(end)) throw notPlain
  return next
}
