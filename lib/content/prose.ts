import { createProcessor } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { highlightCode } from './highlight.ts'
import { typesetMaths } from './maths.ts'
import { type Outline, outline, shape } from './outline.ts'
import type { Finding } from './problem.ts'
import { quickTree } from './quick-tree.ts'
import { moveDown, type Node } from './tree.ts'
import { usage } from './usage.ts'

export type Source = { body: string; bodyLine: number }

/** The text of a question, read and checked: formulas are set, headings have ids, figures numbers. */
export type Prose = Outline & { tree: Node; text: string }

const options = {
  format: 'mdx',
  outputFormat: 'function-body',
  remarkRehypeOptions: {
    clobberPrefix: '',
    footnoteLabel: 'Notes',
    footnoteLabelProperties: {},
    footnoteBackLabel: (nth: number) => `Back to the text, note ${nth + 1}`,
  },
} as const
const processor = createProcessor({ ...options, remarkPlugins: [remarkGfm, remarkMath] })

/**
 * Parses the body. In `text` empty lines stand for the front matter above it, so that every position, of
 * the parser, of a formula and of a prop alike, is that of the file.
 */
export function readProse(source: Source): Prose {
  const tree = quickTree(source.body)
  const prose = tree && proseOf(source, { tree, findings: [] })
  // What is wrong, and where, is MDX's own to say.
  return prose?.findings.length === 0 ? prose : readExactly(source)
}

/** The same, by MDX's own parser alone. */
export function readExactly(source: Source): Prose {
  return proseOf(source, parse(source.body))
}

type Parsed = { tree: Node; findings: Finding[] }

/** @param parsed the body alone: parsing the lines above as empty ones would take a third of the time */
function proseOf({ body, bodyLine }: Source, { tree, findings: wrong }: Parsed): Prose {
  const above = bodyLine - 1
  const text = '\n'.repeat(above) + body
  moveDown(tree, above)
  const findings = wrong.map(({ line, ...finding }) => ({ ...finding, line: line + above }))
  findings.push(...usage(tree), ...typesetMaths(tree, text))
  const parts = outline(tree)
  const all = [...findings, ...parts.findings, ...deadAnchors(parts)]
  return { ...parts, tree, text, findings: all.toSorted(byLine) }
}

/** @param prose without findings; its tree is used up
 *  @returns a function body for `run` of @mdx-js/mdx */
export async function compileProse({ tree }: Prose): Promise<string> {
  await highlightCode(tree)
  shape(tree)
  const program = await processor.run(tree as unknown as Parameters<typeof processor.run>[0])
  return String(processor.stringify(program))
}

function parse(body: string): Parsed {
  try {
    return { tree: processor.parse(body) as unknown as Node, findings: [] }
  } catch (error) {
    return { tree: { type: 'root', children: [] }, findings: [syntaxFinding(error)] }
  }
}

/** A link to a place on the same page. Other pages are the bank's to know. */
function deadAnchors({ anchors, links }: Outline): Finding[] {
  return links
    .filter(({ href }) => href.startsWith('#') && !anchors.has(href.slice(1)))
    .map(({ href, line, column }) => ({
      line,
      column,
      rule: 'links/dead-anchor',
      message: `there is no “${href}” on this page`,
      hint: `there are ${[...anchors].map((id) => `#${id}`).join(', ')}`,
    }))
}

function byLine(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column
}

/** What the parser of MDX throws: a VFileMessage. */
function syntaxFinding(error: unknown): Finding {
  const { reason, place, message } = error as {
    reason?: string
    message?: string
    place?: PlaceLike
  }
  const said = (reason ?? message ?? String(error)).replace(/\s*\n[\s\S]*/, '')
  // A tag without its end has no place of its own: it stands in the sentence.
  const [, line, column] = / \((\d+):(\d+)-[\d:]+\)/.exec(said) ?? []
  const start = place && 'start' in place ? place.start : place
  return {
    line: start?.line ?? Number(line ?? 1),
    column: start?.column ?? Number(column ?? 1),
    rule: 'prose/syntax',
    message: said.charAt(0).toLowerCase() + said.slice(1).replace(/ \([\d:]+-[\d:]+\)/g, ''),
    ...syntaxHint(said),
  }
}

type Point = { line: number; column: number }
type PlaceLike = Point | { start: Point; end: Point }

function syntaxHint(said: string): { hint?: string } {
  if (/before name|in name|in attribute name|after attribute/.test(said))
    return { hint: 'a < that begins no component is written \\<, or stands in a formula: $x < 3$' }
  if (/expression|acorn/.test(said))
    return { hint: 'a { in the text is written \\{; in formulas it needs $ around it' }
  if (/closing tag/.test(said))
    return {
      hint: 'empty lines go around the blocks inside of a component, and each tag is closed',
    }
  return {}
}
