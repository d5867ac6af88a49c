import { figures } from '#lib/figures/index.ts'
import { plainText } from './maths.ts'
import {
  component,
  isComponent,
  type Node,
  placeOf,
  prop,
  rewrite,
  textProp,
  walk,
} from './tree.ts'
import type { Finding, Place } from './problem.ts'
import { methodNames } from './vocabulary.ts'

export type TocEntry = { id: string; text: string; depth: 2 | 3 }
export type Link = Place & { href: string }

export type Outline = {
  toc: TocEntry[]
  /** every id that a link may point to */
  anchors: ReadonlySet<string>
  links: Link[]
  /** ids of items that stand in the prose */
  placed: string[]
  findings: Finding[]
}

/**
 * Gives headings their ids and figures their numbers, and says what the page consists of.
 * Formulas must have been set before: a heading's text is what a reader sees.
 */
export function outline(tree: Node): Outline {
  const toc: TocEntry[] = []
  const links: Link[] = []
  const placed: string[] = []
  const findings: Finding[] = []
  const anchors = new Set<string>()
  let figure = 0
  walk(tree, (node) => {
    if (node.type === 'heading') {
      const text = textOf(node).trim()
      const id = unique(slugOf(text), anchors)
      node.data = { ...node.data, hProperties: { id } }
      if (node.depth === 2 || node.depth === 3) toc.push({ id, text, depth: node.depth })
      else findings.push(wrongDepth(node))
    } else if (node.name === 'Demo') {
      figure += 1
      node.attributes?.push(prop('figure', figure))
      const id = unique(`fig-${figure}`, anchors)
      toc.push({ id, text: `Fig. ${figure}, ${titleOf(node)}`, depth: 2 })
    } else if (node.name === 'Task') {
      const item = textProp(node, 'id') ?? ''
      const id = unique(`task-${item}`, anchors)
      toc.push({ id, text: textProp(node, 'title') ?? 'Task', depth: 2 })
      placed.push(item)
    } else if (node.name === 'ShortAnswer') {
      toc.push({ id: unique('short-answer', anchors), text: 'Short answer', depth: 2 })
    } else if (node.type === 'link' || node.type === 'definition') {
      links.push({ ...placeOf(node), href: node.url ?? '' })
    }
  })
  return { toc, anchors, links, placed, findings }
}

/** The shapes that React needs and authors should not have to write. */
export function shape(tree: Node): void {
  rewrite(tree, (node, parent) => {
    if (node.type === 'table' && parent.name !== 'When')
      return component('Scroll', { label: 'Table' }, node, 'mdxJsxFlowElement', [node])
    if (node.name === 'Derivation') return derivation(node)
    return node
  })
}

/** Each item of the list: its first paragraph is the step, what follows unfolds. */
function derivation(node: Node): Node {
  const open = node.attributes?.some((each) => each.name === 'open')
  const steps = (node.children?.[0]?.children ?? []).map((item) => {
    const [said, ...algebra] = item.children ?? []
    if (!said || algebra.length === 0)
      return component('Step', { bare: true }, item, 'mdxJsxFlowElement', item.children)
    const summary = component('StepSummary', {}, said, 'mdxJsxFlowElement', said.children)
    const props = open ? { open: true as const } : {}
    return component('Step', props, item, 'mdxJsxFlowElement', [summary, ...algebra])
  })
  return { ...node, children: steps }
}

/** The text as read: formulas as their characters, method marks as their words. */
export function textOf(node: Node): string {
  if (node.name === 'Maths') return plainText(textProp(node, 'html') ?? '')
  if (node.name === 'M' && node.children?.length === 0) {
    const method = node.attributes?.[0]?.name as keyof typeof methodNames
    return methodNames[method] ?? ''
  }
  if (node.children) return node.children.map(textOf).join('')
  return isComponent(node) ? '' : (node.value ?? '')
}

/** "Why L1 gives zeros" → "why-l1-gives-zeros". Letters of every script stay. */
function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'section'
}

function unique(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let nth = 2; taken.has(id); nth++) id = `${wanted}-${nth}`
  taken.add(id)
  return id
}

function titleOf(demo: Node): string {
  const id = textProp(demo, 'id') as keyof typeof figures
  return textProp(demo, 'title') ?? figures[id]?.title ?? id
}

function wrongDepth(node: Node): Finding {
  return {
    ...placeOf(node),
    rule: 'prose/heading-depth',
    message: `a heading of depth ${node.depth}`,
    hint: 'the title of the page comes from the front matter; in the text use ## and ###',
    ...(node.depth === 1 && { fix: { was: '#', put: '##' } }),
  }
}
