import { Fragment, type ReactElement, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { NoteText, safeAddress } from './note-text.tsx'

test.each([
  ['one\ntwo\n\nthree', '<p>one<br/>two</p><p>three</p>'],
  ['# Ridge\ntext', '<h4>Ridge</h4><p>text</p>'],
  ['- a\n- **b**\n1. c', '<ul><li>a</li><li><b>b</b></li></ul><ol><li>c</li></ol>'],
  ['> said\n> so', '<blockquote>said<br/>so</blockquote>'],
  ['```py\nx < 1\n```', '<pre><code>x &lt; 1</code></pre>'],
  ['```\nnever closed', '<pre><code>never closed</code></pre>'],
  ['a *b* `c*d*`', '<p>a <i>b</i> <code>c*d*</code></p>'],
  ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  [
    '[see](https://x.example/a?b=1)',
    '<p><a href="https://x.example/a?b=1" rel="noreferrer nofollow">see</a></p>',
  ],
  ['', ''],
])('%j', (text, html) => {
  expect(drawn(<NoteText text={text} />)).toBe(html)
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>1</script>)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '![x](https://tracker.example/p.png)',
  '[<b onclick=1>](https://x.example)',
  '[x](vbscript:1)',
])('%s is letters', (text) => {
  const html = drawn(<NoteText text={text} />)
  expect(html).not.toMatch(/<(?!\/?(p|a|b|i|code|br)\b)|<\w+[^>]*\son\w+=|<img|<script/i)
  expect(html).not.toMatch(/href="(?!https?:\/\/x\.example|https:\/\/tracker)/)
})

test.each([
  ['https://a.example/b', true],
  ['/questions/x', true],
  ['#rubric', true],
  ['http://a.example', true],
  ['mailto:a@b.example', false],
  ['https://a\\b', false],
  ['blob:https://a.example/1', false],
])('%s is followed: %s', (href, isSafe) => {
  expect(safeAddress(href) !== null).toBe(isSafe)
})

/** As a browser would get it; react-dom/server is not to be had beside server components. */
function drawn(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(drawn).join('')
  if (typeof node === 'string') return node.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  if (node === null || typeof node !== 'object') return ''
  const { type, props } = node as ReactElement<{ children?: ReactNode }>
  if (typeof type === 'function') return drawn((type as (own: object) => ReactNode)(props))
  const { children, ...rest } = props
  if ((type as unknown) === Fragment) return drawn(children)
  const attributes = Object.entries(rest).map(([name, value]) => ` ${name}="${String(value)}"`)
  return `<${String(type)}${attributes.join('')}${type === 'br' ? '/>' : `>${drawn(children)}</${String(type)}>`}`
}
