import temml from 'temml'
import { remember } from '#lib/figures/remember.ts'
import type { Finding } from './problem.ts'
import { component, type Node, placeOf, placeWithin, rewrite } from './tree.ts'

/**
 * TeX becomes MathML, each formula one string of HTML in one component: as elements it would travel
 * twice, in the page and in its payload. A formula that does not parse is an error at its character.
 */
export function typesetMaths(tree: Node, source: string): Finding[] {
  const findings: Finding[] = []
  rewrite(tree, (node) => {
    if (node.type === 'math') return typeset(node, source, true, findings)
    if (node.type === 'inlineMath') return typeset(node, source, isDoubled(node, source), findings)
    // `$$…$$` on a line of its own is meant as a displayed formula.
    const only = node.type === 'paragraph' && node.children?.length === 1 ? node.children[0] : null
    return only?.name === 'Maths' && only.type === 'mdxJsxFlowElement' ? only : node
  })
  return findings
}

type Formula = { tex: string; display: boolean }

/**
 * The same formulas stand on page after page.
 * @returns MathML without the classes and styles that our own style sheet replaces
 * @throws Error with `position`, the offset in `tex`
 */
const mathML = remember(
  ({ tex, display }: Formula) => `${display} ${tex}`,
  ({ tex, display }) =>
    temml
      .renderToString(tex, {
        displayMode: display,
        throwOnError: true,
        trust: false,
        strict: true,
        maxSize: [20, 20],
        maxExpand: 200,
      })
      .replace(' class="tml-display" style="display:block math;"', '')
      .replaceAll(/ style="level:[^"]*"/g, ''),
  2000,
)

function typeset(node: Node, source: string, display: boolean, findings: Finding[]): Node {
  const tex = node.value ?? ''
  try {
    if (tex.trim() === '') throw new Error('the formula is empty')
    const html = mathML({ tex, display })
    if (!display) return component('Maths', { html }, node, 'mdxJsxTextElement')
    const wide = plainText(html).length > 30
    return component(
      'Maths',
      { html, block: true, ...(wide && { wide }) },
      node,
      'mdxJsxFlowElement',
    )
  } catch (error) {
    findings.push({ ...placeIn(node, source, error), rule: 'maths/tex', ...sentence(error) })
    return { ...node, type: 'inlineCode' }
  }
}

/** Temml counts within the formula, which begins after its dollars. */
function placeIn(node: Node, source: string, error: unknown) {
  const from = node.position?.start.offset
  const { position } = error as { position?: number }
  if (from === undefined || position === undefined) return placeOf(node)
  return placeWithin(source, from + 1, node.value ?? '', position) ?? placeOf(node)
}

function sentence(error: unknown): { message: string; hint?: string } {
  const message = error instanceof Error ? error.message : String(error)
  const plain = message.replace(/ at (position \d+|end of input):[\s\S]*$/, '').trim()
  if (plain.includes('\\href') || plain.includes('\\url'))
    return { message: plain, hint: 'links belong into the text, not into a formula' }
  return { message: plain.charAt(0).toLowerCase() + plain.slice(1) }
}

/** What a formula reads as in a heading's place in the contents. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<annotation[\s\S]*?<\/annotation>|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u2061', '')
}

function isDoubled(node: Node, source: string): boolean {
  const from = node.position?.start.offset ?? 0
  return source.startsWith('$$', from)
}
