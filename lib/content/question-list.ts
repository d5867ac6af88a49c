import { createProcessor } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import type { Place } from './problem.ts'
import { type Node, placeOf, walk } from './tree.ts'

/** A question as it stands in somebody's list. */
export type Listed = Place & {
  asked: string
  /** headings above it, the nearest last */
  under: readonly string[]
  /** the rest of its table row, by column as written */
  columns: Readonly<Record<string, string>>
  /** where the list says that it is answered */
  source?: string
  /** a mark of difficulty before or after it: 👶, ⭐, 🚀 */
  mark?: string
  /** that it has an answer below it, which is not taken */
  hasAnswer: boolean
}

/** What looks like a place for a question and is none that can be read. */
export type Unread = Place & { text: string; why: string }

/**
 * Questions in Markdown, as public lists have them: items of lists (nested ones too), tables with a column
 * of questions, headings, bold lines, lines that begin with Q:, and <details> whose summary asks.
 */
export function readList(markdown: string): { questions: Listed[]; unread: Unread[] } {
  const text = markdown.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const processor = createProcessor({ format: 'md', remarkPlugins: [remarkGfm] })
  const tree = processor.parse(text) as unknown as Node
  const reading = new Reading()
  reading.blocks(tree.children ?? [])
  return { questions: reading.questions, unread: reading.unread }
}

class Reading {
  readonly questions: Listed[] = []
  readonly unread: Unread[] = []
  private under: string[] = []
  /** Below a question that is a heading or a line of its own: its answer, which asks nothing. */
  private isAnswer = false

  blocks(nodes: readonly Node[]) {
    nodes.forEach((node, nth) => {
      const after = nodes[nth + 1]
      const isAnswered = after !== undefined && !['heading', 'list'].includes(after.type)
      if (node.type === 'heading') this.heading(node, isAnswered)
      else if (node.type === 'list' && !(this.isAnswer && !asksMostly(node))) this.list(node)
      else if (node.type === 'table' && !this.isAnswer) this.table(node)
      else if (node.type === 'html') this.html(node)
      else if (node.type === 'blockquote') this.blocks(node.children ?? [])
      else if (node.type === 'paragraph') this.paragraph(node, isAnswered)
    })
  }

  private heading(node: Node, isAnswered: boolean) {
    const text = plain(node)
    const depth = (node.depth ?? 1) - 1
    const isAsked = isQuestion(text) || (numbered.test(text) && tidy(text).split(' ').length > 2)
    this.isAnswer = isAsked
    if (isAsked) this.take(node, text, { hasAnswer: isAnswered })
    else this.under = [...this.under.slice(0, depth), text]
  }

  /** A line in bold that asks: `**12. What is …?**`, or `Q: What is …?`. Other paragraphs are prose. */
  private paragraph(node: Node, isAnswered: boolean) {
    const [first, ...more] = node.children ?? []
    const text = plain(node)
    if (lettered.test(text)) this.dialogue(node, text, isAnswered)
    else if (first?.type === 'strong' && isQuestion(plain(first))) {
      this.isAnswer = true
      this.take(first, plain(first), { hasAnswer: isAnswered || more.length > 0 })
    } else if (!this.isAnswer && text.trim().endsWith('?') && isQuestion(text))
      this.leave(node, text, 'a question in prose: make it an item of a list, or begin it with Q:')
  }

  /** `Q: …` with its `A: …`, one pair or several in a paragraph. */
  private dialogue(node: Node, text: string, isAnswered: boolean) {
    const { line, column } = placeOf(node)
    const lines = text.split('\n')
    const starts = lines.flatMap((each, nth) => (lettered.test(each) ? [nth] : []))
    starts.forEach((from, nth) => {
      const own = lines.slice(from, starts[nth + 1])
      const end = own.findIndex((each, at) => at > 0 && answered.test(each))
      const asked = own.slice(0, end < 0 ? undefined : end).join(' ')
      const isLast = nth === starts.length - 1
      this.isAnswer = true
      const place = { line: line + from, column: from === 0 ? column : 1 }
      this.take(node, asked, { ...place, hasAnswer: end >= 0 || (isLast && isAnswered) })
    })
  }

  private list(node: Node) {
    for (const item of node.children ?? []) {
      const [said, ...rest] = item.children ?? []
      const inner = rest.filter(({ type }) => type === 'list')
      const text = said ? plain(said) : ''
      const asking = inner.flatMap(({ children = [] }) => children).some(asks)
      if (isQuestion(text)) {
        this.take(said!, text, { hasAnswer: rest.length > 0 && !asking })
        if (asking) this.blocks(inner)
      } else if (asking) {
        // A topic with its questions below it.
        const above = this.under
        this.under = [...above, text]
        this.blocks(inner)
        this.under = above
      } else if (isContents(said)) continue
      else this.leave(said ?? item, text, 'it asks nothing')
    }
  }

  private table(node: Node) {
    const [head, ...rows] = (node.children ?? []).map((row) => row.children ?? [])
    const names = (head ?? []).map(plain)
    const column = names.findIndex((name) => /^(interview )?(question|prompt|asked)s?$/i.test(name))
    const at = column >= 0 ? column : columnThatAsks(rows)
    if (at < 0)
      return this.leave(node, names.join(' | '), 'no column of this table holds questions')
    for (const row of rows) {
      const cell = row[at]
      const text = cell ? plain(cell) : ''
      const others = names.map((name, nth) => [name, row[nth] ? plain(row[nth]) : ''] as const)
      const columns = Object.fromEntries(
        others.filter(([, value], nth) => nth !== at && value !== ''),
      )
      if (text === '') this.leave(row[0] ?? node, '', 'the cell for the question is empty')
      else
        this.take(cell!, text, { columns, hasAnswer: 'Answer' in columns || 'answer' in columns })
    }
  }

  /** `<details><summary>What is …?</summary>`, as parsers of Markdown hand it on: one piece of HTML. */
  private html(node: Node) {
    for (const [, inner = ''] of (node.value ?? '').matchAll(/<summary>([\s\S]*?)<\/summary>/g)) {
      const text = tidy(inner.replaceAll(/<[^>]*>/g, ' '))
      if (isQuestion(text)) this.take(node, text, { hasAnswer: true })
      else this.leave(node, text, 'it asks nothing')
    }
  }

  private take(node: Node, text: string, more: Partial<Listed>) {
    const source = sourceOf(node)
    const mark = /👶|⭐|🚀/u.exec(text)?.[0]
    this.questions.push({
      ...placeOf(node),
      asked: tidy(text),
      under: this.under,
      columns: {},
      hasAnswer: false,
      ...(source && { source }),
      ...(mark && { mark }),
      ...more,
    })
  }

  private leave(node: Node, text: string, why: string) {
    this.unread.push({ ...placeOf(node), text: tidy(text), why })
  }
}

/** It ends as a question does, or asks for something as interviewers do. */
function isQuestion(text: string): boolean {
  const said = tidy(text)
  if (said.split(' ').length < 3) return false
  return /\?["”’)]*$/.test(said) || /\?\s/.test(said) || asking.test(said)
}

const asking =
  /^(explain|describe|discuss|define|derive|compare|prove|show|implement|walk (me|us) through|tell (me|us)|give an example|what|why|how|when|which|suppose|assume|you (are|have)|given)\b/i

/** 12), Q3. and the like. */
const numbered = /^\W*Q?\d+\s*[.):]/i

/** `Q:`, `Q3.`, `Question 3)` before a question, `A:` or `Answer:` before what is said to it. */
const lettered = /^\W*Q(uestion)?\s*\d*\s*[.:)]/i
const answered = /^\W*A(ns(wer)?)?\s*\d*\s*[.:)]/i

/** A list of questions, though somebody's slip is among them, and not the points of an answer. */
function asksMostly({ children = [] }: Node): boolean {
  return 2 * children.filter(asks).length >= children.length
}

function asks(item: Node): boolean {
  const [said] = item.children ?? []
  return said !== undefined && isQuestion(plain(said))
}

/** A link to a place on the same page, as in a table of contents. */
function isContents(node: Node | undefined): boolean {
  const [only, ...more] = node?.children ?? []
  return only?.type === 'link' && (only.url ?? '').startsWith('#') && more.length === 0
}

function columnThatAsks(rows: readonly Node[][]): number {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const shares = Array.from({ length: width }, (_, nth) => {
    const cells = rows.map((row) => (row[nth] ? plain(row[nth]) : ''))
    return cells.filter(isQuestion).length / Math.max(1, cells.length)
  })
  const best = Math.max(0, ...shares)
  return best >= 0.5 ? shares.indexOf(best) : -1
}

/** The address that the question as a whole is a link to, or one that says it is its source. */
function sourceOf(node: Node): string | undefined {
  const links: Node[] = []
  walk(node, (each) => each.type === 'link' && /^https?:/.test(each.url ?? '') && links.push(each))
  const whole = links.find((link) => tidy(plain(link)) === tidy(plain(node)))
  return (
    whole ?? links.find((link) => /^\W*(src|source|link|answer|solution)\d*\W*$/i.test(plain(link)))
  )?.url
}

function plain(node: Node): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html' || node.type === 'image') return node.type === 'html' ? ' ' : ''
  return node.value ?? (node.children ?? []).map(plain).join('')
}

/** Without numbers, marks of difficulty and boxes before it, or a link back after it. */
function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/[\p{Extended_Pictographic}\u{FE0F}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/\s*\[+\s*(src|source|link|answer|solution)\d*\s*\]+/gi, '')
      // A way back to the top.
      .replace(/\s*[[(]*\s*(↑|⬆|back to top)\s*[\])]*$/i, '')
      .replace(
        /^(\[[ xX]\]\s*)?(Q(uestion)?\s*)?(\d+(\.\d+)*\s*[.):\-–]\s*|Q\d*\s*[.):\-–]\s*)/i,
        '',
      )
      .replace(/^Q(uestion)?\s*\d*\s*[.:)]\s*/i, '')
      .trim()
  )
}
