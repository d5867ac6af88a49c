import type { Place } from './problem.ts'
import { type Attribute, literal, type Node } from './tree.ts'

type Reader = typeof import('satteri').mdxToMdast

/** Native code, if there is one for this machine. */
const read: Reader | null = await import('satteri').then(
  ({ mdxToMdast }) => mdxToMdast,
  () => null,
)

const features = { frontmatter: false, gfm: true, math: true } as const

/** What the two read in different ways, or may: footnotes, bare addresses, letters by name, headings underlined. */
const doubtful = /\[\^|@|www|http|&#?\w+;|\S\n[ \t>]*(-+|=+)[ \t]*(\n|$)/i

/**
 * The tree that MDX's own parser makes of a text, in a tenth of its time; null for what cannot be read, for what only
 * that one can hand on to the compiler, and on a machine without it.
 */
export function quickTree(body: string): Node | null {
  try {
    if (!read || doubtful.test(body)) return null
    const tree = read(body, { features }) as unknown as Node
    return complete(tree, body) ? tree : null
  } catch {
    return null
  }
}

/**
 * Adds what is missing: the places of props, and numbers in braces as programs.
 * @returns whether nothing is missing now
 */
function complete(node: Node, body: string): boolean {
  if (node.type === 'mdxjsEsm' || node.type.endsWith('Expression')) return false
  // Of these MDX has something to say wherever they stand in a text.
  if (node.type === 'text' && /[{<]/.test(sourceOf(node, body).replaceAll(/\\[\\{<]/g, '')))
    return false
  let at = node.position?.start as Spot
  for (const each of node.attributes ?? []) {
    if (each.type !== 'mdxJsxAttribute') return false
    // A line of it could begin a block, and end the paragraph that it stands in.
    if (typeof each.value === 'string' && /[\n\\]/.test(each.value)) return false
    if (typeof each.value === 'object' && each.value !== null) {
      const { value: text } = each.value
      if (!/^\d+(\.\d+)?$/.test(text)) return false
      each.value = literal(Number(text))
    }
    const start = moved(at, body, body.indexOf(each.name!, at.offset))
    // Nor may one stand at the beginning of a line in a text.
    if (node.type === 'mdxJsxTextElement' && start.line > at.line) return false
    at = moved(start, body, endOf(each, body, start.offset))
    each.position = { start, end: at }
  }
  return (node.children ?? []).every((child) => complete(child, body))
}

function sourceOf({ position }: Node, body: string): string {
  return body.slice(position!.start.offset, position!.end.offset)
}

type Spot = Place & { offset: number }

function moved({ line, column, offset }: Spot, body: string, to: number): Spot {
  const passed = body.slice(offset, to)
  const last = passed.lastIndexOf('\n')
  if (last < 0) return { line, column: column + passed.length, offset: to }
  return { line: line + passed.split('\n').length - 1, column: passed.length - last, offset: to }
}

/** A value in quotes has none of its own kind within; one in braces is as it stands. */
function endOf({ name = '', value }: Attribute, body: string, start: number): number {
  let at = start + name.length
  if (value === null || value === undefined) return at
  while (!/["'{]/.test(body[at]!)) at++
  if (typeof value === 'object') return body.indexOf('}', at + 1 + value.value.length) + 1
  return body.indexOf(body[at]!, at + 1) + 1
}
