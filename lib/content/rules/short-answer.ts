import { textOf } from '#lib/content/outline.ts'
import type { Finding } from '#lib/content/problem.ts'
import { placeOf, walk, type Node } from '#lib/content/tree.ts'
import type { Page } from './page.ts'

/** One short answer, at the top, as long as can be said in its seconds. */
export function shortAnswer({ question, prose }: Page): Finding[] {
  const all: Node[] = []
  walk(prose.tree, (node) => node.name === 'ShortAnswer' && all.push(node))
  const [first, ...more] = all
  if (!first)
    return [
      {
        line: question.bodyLine,
        column: 1,
        rule: 'prose/short-answer',
        message: 'there is no <ShortAnswer>',
        hint: 'begin the text with it: 60 to 90 words, decision first',
      },
    ]
  const findings: Finding[] = more.map((node) => ({
    ...placeOf(node),
    rule: 'prose/short-answer',
    message: 'a page has one <ShortAnswer>',
  }))
  const count = textOf(first).trim().split(/\s+/).length
  if (count < 60 || count > 90)
    findings.push({
      ...placeOf(first),
      severity: 'warning',
      rule: 'prose/short-answer-length',
      message: `the short answer has ${count} words`,
      hint: '60 to 90 can be said in 30 to 45 seconds',
    })
  return findings
}
