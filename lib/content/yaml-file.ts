import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import { z } from 'zod'
import { didYouMean } from './nearest.ts'
import { plainYaml } from './plain-yaml.ts'
import type { Finding, Place } from './problem.ts'
import { explain, keysAt } from './schema-issue.ts'

type Path = readonly PropertyKey[]

/**
 * YAML whose values know where they stand. Positions are those of the whole file. They are looked for when
 * somebody asks for one: most files are in order and plain, and are read for what they say alone.
 */
export class YamlFile {
  readonly text: string
  private readonly lines = new LineCounter()
  private parsed: Document.Parsed | undefined
  private plain: { value: unknown } | undefined

  /** @param text with everything that is not YAML blanked out, so that offsets stay true */
  constructor(text: string) {
    this.text = text
  }

  /** What it says; null if it is no YAML. */
  get value(): unknown {
    if (this.plainValue !== undefined) return this.plainValue
    return this.document.errors.length === 0 ? this.document.toJS() : null
  }

  get findings(): Finding[] {
    if (this.plainValue !== undefined) return []
    return this.document.errors.map((error) => ({
      ...this.placeAt(error.pos[0]),
      rule: 'yaml/syntax',
      message: sentence(error.message),
      ...hintFor(error.code),
    }))
  }

  private get plainValue(): unknown {
    this.plain ??= { value: plainYaml(this.text) }
    return this.plain.value
  }

  private get document(): Document.Parsed {
    const options = { lineCounter: this.lines, prettyErrors: false }
    return (this.parsed ??= parseDocument(this.text, options))
  }

  private get root(): Node | null {
    return this.document.contents
  }

  /** Of a value; of its nearest parent if it is missing. */
  placeOf(path: Path): Place {
    let node = this.root
    let offset = startOf(node)
    for (const key of path) {
      const next: unknown = isCollection(node) ? node.get(key, true) : undefined
      if (!isNode(next)) break
      node = next
      offset = startOf(node)
    }
    return this.placeAt(offset)
  }

  /** Of a key, where the key itself is what is wrong. */
  placeOfKey(path: Path, key: string): Place {
    const map: unknown = path.length === 0 ? this.root : this.nodeAt(path)
    const pair = isMap(map) ? map.items.find((each) => String(each.key) === key) : undefined
    return isNode(pair?.key) ? this.placeAt(startOf(pair.key)) : this.placeOf(path)
  }

  /** Of the `column`-th character (1-based) within a string; of its start if it is folded. */
  placeWithin(path: Path, column: number): Place {
    const node = this.nodeAt(path)
    const place = this.placeOf(path)
    if (!isScalar(node) || typeof node.value !== 'string') return place
    if (node.type === 'PLAIN') return { ...place, column: place.column + column - 1 }
    if (node.type?.startsWith('QUOTE')) return { ...place, column: place.column + column }
    return place
  }

  /** The value as the schema understands it, or what is wrong with it and where. */
  check<S extends z.ZodType>(schema: S): { value: z.infer<S> | null; findings: Finding[] } {
    const { findings, value } = this
    if (findings.length > 0) return { value: null, findings }
    const result = schema.safeParse(value, { reportInput: true })
    if (result.success) return { value: result.data, findings: [] }
    return {
      value: null,
      findings: result.error.issues.flatMap((each) => this.locate(schema, each, value)),
    }
  }

  /** Every text in the file with the keys that lead to it, and its offsets as written. */
  texts(): { path: string[]; from: number; to: number }[] {
    const found: { path: string[]; from: number; to: number }[] = []
    if (!this.root) return found
    visit(this.root, {
      Scalar(key, node, ancestors) {
        if (key === 'key' || typeof node.value !== 'string' || !node.range) return
        const keys = ancestors.flatMap((each) => (isPair(each) ? [String(each.key)] : []))
        found.push({ path: keys, from: node.range[0], to: node.range[1] })
      },
    })
    return found
  }

  private locate(schema: z.ZodType, issue: z.core.$ZodIssue, value: unknown): Finding[] {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        ...this.placeOfKey(issue.path, key),
        rule: 'schema/unknown-key',
        message: `unknown key “${key}”`,
        ...didYouMean(key, keysAt(schema, issue.path, value)),
      }))
    return [{ ...this.placeOf(issue.path), ...explain(issue) }]
  }

  private nodeAt(path: Path): unknown {
    let node: unknown = this.root
    for (const key of path) node = isCollection(node) ? node.get(key, true) : undefined
    return node
  }

  private placeAt(offset: number): Place {
    const { line, col } = this.lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0
}

function sentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\s+/g, ' ')
}

function hintFor(code: string): { hint?: string } {
  if (code === 'TAB_AS_INDENT') return { hint: 'indent with spaces' }
  if (code === 'DUPLICATE_KEY') return { hint: 'keep one of the two' }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'UNEXPECTED_TOKEN' || code === 'MISSING_CHAR')
    return { hint: 'a text that holds “: ”, “#”, quotes or brackets goes into "double quotes"' }
  return {}
}
