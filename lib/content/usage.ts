import { didYouMean } from './nearest.ts'
import type { Finding } from './problem.ts'
import { propUsage } from './prop-usage.ts'
import { isComponent, type Node, placeOf, walk } from './tree.ts'
import { type Component, htmlNames, languages, vocabulary } from './vocabulary.ts'

/** Is the author's vocabulary used as it says? Unknown names and props, missing ones, JavaScript. */
export function usage(tree: Node): Finding[] {
  const findings: Finding[] = []
  walk(tree, (node, ancestors) => {
    if (node.type === 'mdxjsEsm') findings.push(moduleStatement(node))
    else if (/^mdx(Flow|Text)Expression$/.test(node.type)) findings.push(...expression(node))
    else if (isComponent(node)) findings.push(...element(node, ancestors))
    else if (node.type === 'table') findings.push(...table(node))
    else if (node.type === 'code') findings.push(...code(node))
  })
  return findings
}

const known = new Map<string, Component>(Object.entries(vocabulary))
const html: ReadonlySet<string> = new Set(htmlNames)

function moduleStatement(node: Node): Finding {
  return {
    ...placeOf(node),
    rule: 'prose/module',
    message: `${/^\s*export/.test(node.value ?? '') ? 'export' : 'import'} is not allowed in prose`,
    hint: 'the vocabulary is always at hand; remove the line',
  }
}

/** Only comments may stand between braces. */
function expression(node: Node): Finding[] {
  if (/^\s*(\/\*[\s\S]*\*\/\s*)*$/.test(node.value ?? '')) return []
  return [
    {
      ...placeOf(node),
      rule: 'prose/expression',
      message: 'JavaScript is not allowed in prose',
      hint: 'for braces as text write \\{ and \\}',
    },
  ]
}

function element(node: Node, ancestors: readonly Node[]): Finding[] {
  const place = placeOf(node)
  const name = node.name ?? ''
  if (html.has(name))
    return (node.attributes ?? []).map((each) => ({
      ...placeOf(each),
      rule: 'prose/unknown-prop',
      message: `<${name}> takes no props`,
    }))
  const component = known.get(name)
  if (!component)
    return [
      {
        ...place,
        rule: 'prose/unknown-component',
        message: name
          ? `there is no component <${name}>`
          : 'fragments are not part of the vocabulary',
        ...alsoClosed(didYouMean(name, [...known.keys(), ...html]), node),
      },
    ]
  return [
    ...propUsage(name, component, node),
    ...(component.inline ? [] : alone(name, node, ancestors)),
    ...contents(name, node),
  ]
}

/** Who renames a component renames its closing tag too. */
function alsoClosed({ fix, ...hint }: ReturnType<typeof didYouMean>, node: Node) {
  if (!fix) return hint
  const { line = 1, column = 1 } = node.position?.end ?? {}
  const isClosed = (node.children?.length ?? 0) > 0
  const also = isClosed ? [{ line, column: Math.max(1, column - fix.was.length - 1) }] : []
  return { ...hint, fix: { ...fix, also } }
}

/** A block inside a sentence would break its paragraph in two. */
function alone(name: string, node: Node, ancestors: readonly Node[]): Finding[] {
  const parent = ancestors.at(-1)
  const others = parent?.children?.filter(
    (each) => each !== node && !(each.type === 'text' && each.value?.trim() === ''),
  )
  const inline = /^(paragraph|heading|tableCell|link|emphasis|strong)$/.test(parent?.type ?? '')
  if (!inline || (parent?.type === 'paragraph' && others?.length === 0)) return []
  return [
    {
      ...placeOf(node),
      rule: 'prose/block-in-sentence',
      message: `<${name}> is a block and cannot stand inside a sentence`,
      hint: 'put an empty line before and after it',
    },
  ]
}

function contents(name: string, node: Node): Finding[] {
  const children = (node.children ?? []).filter((each) => each.type !== 'mdxFlowExpression')
  const wrong = (message: string): Finding[] => [
    { ...placeOf(node), rule: 'prose/contents', message },
  ]
  if (name === 'When' && (children.length !== 1 || children[0]?.type !== 'table'))
    return wrong('<When> holds one table and nothing else')
  if (name === 'Derivation' && (children.length !== 1 || !children[0]?.ordered))
    return wrong('<Derivation> holds one numbered list (1., 2., …) and nothing else')
  if (name === 'Task' && children.length > 0)
    return wrong('<Task> holds nothing: its goal is the prompt of its item')
  if (!['M', 'Demo', 'Task'].includes(name) && children.length === 0)
    return wrong(`<${name}> is empty`)
  return []
}

/** A `|` inside a formula ends the cell, and the row grows without a word. */
function table(node: Node): Finding[] {
  const [head, ...rows] = node.children ?? []
  const width = head?.children?.length ?? 0
  return rows
    .filter((row) => (row.children?.length ?? 0) !== width)
    .map((row) => ({
      ...placeOf(row),
      rule: 'prose/table-cells',
      message: `this row has ${row.children?.length} cells, the heading ${width}`,
      hint: 'inside of a table write \\lvert and \\rvert in formulas, \\| in text',
    }))
}

function code(node: Node): Finding[] {
  const { lang } = node
  if (!lang || languages.some((each) => each === lang)) return []
  const message = `code in “${lang}” cannot be highlighted`
  return [{ ...placeOf(node), rule: 'prose/language', message, ...didYouMean(lang, languages) }]
}
