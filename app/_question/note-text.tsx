import { Fragment, type ReactNode } from 'react'

/**
 * A note as its reader meant it: the Markdown of a few lines (paragraphs, headings, lists, quotations,
 * code; bold, italics, links). There is no HTML in it: angle brackets are letters, a link leads to http,
 * https or this site, and what is not known is shown as it was typed.
 */
export function NoteText({ text }: { text: string }) {
  return blocksOf(text).map((block, nth) => <Block key={nth} block={block} />)
}

export type Block =
  | { kind: 'p' | 'h' | 'quote'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'ul' | 'ol'; items: string[] }

/** Lines of one kind that stand together. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  let isOpen = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const last = isOpen ? blocks.at(-1) : undefined
    isOpen = line.trim() !== ''
    if (!isOpen) continue
    if (/^\s*```/.test(line)) {
      const end = lines.findIndex((each, nth) => nth > at && /^\s*```\s*$/.test(each))
      const stop = end < 0 ? lines.length : end
      blocks.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') })
      at = stop
      isOpen = false
      continue
    }
    add(blocks, last, read(line))
  }
  return blocks
}

function read(line: string): { kind: Exclude<Block['kind'], 'code'>; text: string } {
  const [, heading] = /^#{1,6}\s+(.+)$/.exec(line) ?? []
  if (heading !== undefined) return { kind: 'h', text: heading }
  const [, quoted] = /^\s*>\s?(.*)$/.exec(line) ?? []
  if (quoted !== undefined) return { kind: 'quote', text: quoted }
  const [, bullet] = /^\s*[-*+]\s+(.+)$/.exec(line) ?? []
  if (bullet !== undefined) return { kind: 'ul', text: bullet }
  const [, numbered] = /^\s*\d{1,3}[.)]\s+(.+)$/.exec(line) ?? []
  return numbered === undefined ? { kind: 'p', text: line } : { kind: 'ol', text: numbered }
}

function add(blocks: Block[], last: Block | undefined, { kind, text }: ReturnType<typeof read>) {
  if (kind === 'ul' || kind === 'ol') {
    if (last?.kind === kind) last.items.push(text)
    else blocks.push({ kind, items: [text] })
  } else if (last && last.kind === kind && 'text' in last && kind !== 'h') {
    last.text += `\n${text}`
  } else blocks.push({ kind, text })
}

function Block({ block }: { block: Block }) {
  switch (block.kind) {
    case 'ul':
    case 'ol': {
      const List = block.kind
      return (
        <List>
          {block.items.map((item, nth) => (
            <li key={nth}>{inline(item)}</li>
          ))}
        </List>
      )
    }
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'h':
      return <h4>{inline(block.text)}</h4>
    case 'quote':
      return <blockquote>{inline(block.text)}</blockquote>
    default:
      return <p>{inline(block.text)}</p>
  }
}

const MARKUP = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^()\s]+)\)/g

/** Code, bold, italics and links; a line break is one. */
function inline(text: string): ReactNode[] {
  const parts: ReactNode[] = []
  let reached = 0
  for (const found of text.matchAll(MARKUP)) {
    parts.push(...plain(text.slice(reached, found.index), reached))
    parts.push(<Fragment key={`m${found.index}`}>{markup(found)}</Fragment>)
    reached = found.index + found[0].length
  }
  return [...parts, ...plain(text.slice(reached), reached)]
}

function markup([all, code, bold, italic, label, href]: RegExpMatchArray): ReactNode {
  if (code !== undefined) return <code>{code}</code>
  if (bold !== undefined) return <b>{bold}</b>
  if (italic !== undefined) return <i>{italic}</i>
  const address = safeAddress(href!)
  return address === null ? (
    all
  ) : (
    <a href={address} rel="noreferrer nofollow">
      {label}
    </a>
  )
}

/** @returns null for what is neither on this site nor http(s): it is not followed */
export function safeAddress(href: string): string | null {
  if (/^\/(?![/\\])/.test(href) || /^#[\w-]+$/.test(href)) return href
  return /^https?:\/\/[^\s\\]+$/i.test(href) && URL.canParse(href) ? href : null
}

function plain(text: string, at: number): ReactNode[] {
  return text
    .split('\n')
    .flatMap((line, nth) => (nth === 0 ? [line] : [<br key={`b${at}-${nth}`} />, line]))
}
