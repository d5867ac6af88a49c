import 'server-only'
import { remember } from '#lib/figures/remember.ts'
import type { Finding } from './problem.ts'
import { compileProse, readProse, type Source } from './prose.ts'
import { component, type Node } from './tree.ts'

/**
 * The prose of a draft, with a <Broken> in the place of each block that cannot be drawn. A save of the front matter
 * alone leaves it as it was.
 * @returns the body of a function; or what keeps the whole from being parsed
 */
export const compilePreview = remember(
  ({ body, bodyLine }: Source) => `${bodyLine} ${body}`,
  compile,
  4,
)

async function compile(source: Source): Promise<{ code: string } | { syntax: Finding }> {
  const prose = readProse(source)
  const syntax = prose.findings.find(({ rule }) => rule === 'prose/syntax')
  if (syntax) return { syntax }
  const broken = prose.findings.filter(({ severity }) => severity !== 'warning')
  prose.tree.children = (prose.tree.children ?? []).map((block) => {
    const found = broken.find((finding) => stands(block, finding))
    return found ? notice(found, block) : block
  })
  return { code: await compileProse(prose) }
}

function stands({ position }: Node, { line }: Finding): boolean {
  return position !== undefined && position.start.line <= line && line <= position.end.line
}

function notice({ line, message, hint }: Finding, block: Node): Node {
  const what = block.name === 'Demo' ? 'This figure' : 'This block'
  return component('Broken', { what, line, message, hint }, block, 'mdxJsxFlowElement')
}
