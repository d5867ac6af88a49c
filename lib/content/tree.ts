import type { Place } from './problem.ts'

type Point = Place & { offset?: number | undefined }

/** What this project reads of a Markdown (mdast) or MDX node; the rest passes through untouched. */
export type Node = {
  type: string
  children?: Node[]
  value?: string
  position?: { start: Point; end: Point }
  /** of JSX; null is a fragment */
  name?: string | null
  attributes?: Attribute[]
  data?: Record<string, unknown>
  /** of links and definitions */
  url?: string
  /** of headings */
  depth?: number
  /** of fenced code */
  lang?: string | null
  ordered?: boolean | null
}

export type Attribute = {
  type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute'
  name?: string
  /** null is a flag; an object is `{…}` */
  value?: string | null | { type: string; value: string; data?: Record<string, unknown> }
  position?: { start: Point; end: Point }
}

/** Depth first, parents before children. @param visit gets the ancestors as they are at that moment */
export function walk(node: Node, visit: (node: Node, ancestors: readonly Node[]) => void): void {
  step(node, [], visit)
}

function step(
  node: Node,
  ancestors: Node[],
  visit: (node: Node, ancestors: readonly Node[]) => void,
) {
  visit(node, ancestors)
  if (!node.children) return
  ancestors.push(node)
  for (const child of node.children) step(child, ancestors, visit)
  ancestors.pop()
}

/** Moves everything down by so many empty lines, of one character each. */
export function moveDown(tree: Node, lines: number): void {
  const moved = ({ line, column, offset }: Point): Point => ({
    line: line + lines,
    column,
    offset: offset === undefined ? undefined : offset + lines,
  })
  walk(tree, (node) => {
    for (const each of [node, ...(node.attributes ?? [])])
      if (each.position)
        each.position = { start: moved(each.position.start), end: moved(each.position.end) }
  })
}

/** Replaces nodes, children before parents; what stays is returned as it is. */
export function rewrite(node: Node, change: (child: Node, parent: Node) => Node): void {
  if (!node.children) return
  for (const child of node.children) rewrite(child, change)
  node.children = node.children.map((child) => change(child, node))
}

export function isComponent(node: Node): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

export function placeOf(node: { position?: Node['position'] }): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  return { line, column }
}

/** The place `offset` characters after the start of a text that itself starts the file. */
export function placeAt(source: string, offset: number): Place {
  const before = source.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

export function attribute(node: Node, name: string): Attribute | undefined {
  return node.attributes?.find((each) => each.name === name)
}

/** A prop that holds text, or null. */
export function textProp(node: Node, name: string): string | null {
  const value = attribute(node, name)?.value
  return typeof value === 'string' ? value : null
}

/** Of the `column`-th character (1-based) of a prop's text. `source` is what was parsed. */
export function placeInProp(source: string, of: Attribute, column: number): Place {
  const from = of.position?.start.offset
  if (from === undefined || typeof of.value !== 'string') return placeOf(of)
  const quote = from + source.slice(from).search(/["']/)
  return placeWithin(source, quote + 1, of.value, column - 1) ?? placeOf(of)
}

/**
 * The place of `value[index]` in the source, where `value` begins at or after `from` and may run over
 * several lines, whose indentation the parser has cut away.
 */
export function placeWithin(
  source: string,
  from: number,
  value: string,
  index: number,
): Place | null {
  const before = value.slice(0, index).split('\n')
  let at = from
  for (const [nth, line] of value.split('\n').entries()) {
    const start = source.indexOf(line, at)
    if (start < 0) return null
    if (nth === before.length - 1) return placeAt(source, start + (before.at(-1) ?? '').length)
    at = start + line.length + 1
  }
  return null
}

/** A component made by the compiler. Numbers travel as expressions, flags as null. */
export function component(
  name: string,
  props: Record<string, string | number | true | undefined>,
  from: Node,
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement',
  children: Node[] = [],
): Node {
  const given = Object.entries(props).filter(
    (pair): pair is [string, string | number | true] => pair[1] !== undefined,
  )
  return {
    type,
    name,
    attributes: given.map(([key, value]) => prop(key, value)),
    children,
    ...(from.position ? { position: from.position } : {}),
  }
}

export function prop(name: string, value: string | number | true): Attribute {
  return {
    type: 'mdxJsxAttribute',
    name,
    value: typeof value === 'number' ? literal(value) : value === true ? null : value,
  }
}

/** `{3}` as MDX hands it to the compiler: text, and the same as a program of one literal. */
export function literal(value: number) {
  const expression = { type: 'Literal', value, raw: String(value) }
  const body = [{ type: 'ExpressionStatement', expression }]
  const estree = { type: 'Program', sourceType: 'module', body, comments: [] }
  return { type: 'mdxJsxAttributeValueExpression', value: String(value), data: { estree } }
}
