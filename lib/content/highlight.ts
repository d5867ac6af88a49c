import { createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { component, type Node, rewrite, walk } from './tree.ts'
import { languages } from './vocabulary.ts'

/**
 * Fenced code, coloured while building: spans with a class for what a word is (`c` comment, `k`
 * keyword, `s` string), which the style sheet colours for light and dark. One string, as formulas.
 */
export async function highlightCode(tree: Node): Promise<void> {
  const used = new Set<Language>()
  walk(tree, ({ type, lang }) => {
    if (type === 'code' && isLanguage(lang)) used.add(lang)
  })
  const shiki = used.size > 0 ? await highlighter(used) : null
  rewrite(tree, (node) => {
    if (node.type !== 'code') return node
    const { lang, value: text = '' } = node
    const html = shiki && isLanguage(lang) ? colour(shiki, text, lang) : escape(text)
    const wide = text.split('\n').some((line) => line.length > 36)
    const props = { html, ...(lang && { lang }), ...(wide && { wide }) }
    return component('Code', props, node, 'mdxJsxFlowElement')
  })
}

function colour(shiki: HighlighterCore, text: string, lang: string): string {
  // Without a limit of time: a busy machine would leave the rest of a line plain, and that would be kept.
  const { tokens } = shiki.codeToTokens(text, { lang, theme: 'roles', tokenizeTimeLimit: 0 })
  return tokens
    .map((line) =>
      line
        .map(({ content, color }) => {
          const role = roles[color?.toLowerCase() ?? '']
          return role ? `<span class="${role}">${escape(content)}</span>` : escape(content)
        })
        .join(''),
    )
    .join('\n')
}

/** A theme whose "colours" only name roles. */
const roles: Record<string, string> = { '#000001': 'c', '#000002': 'k', '#000003': 's' }
const theme = {
  name: 'roles',
  type: 'light' as const,
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: '#000001' } },
    {
      scope: ['keyword', 'storage', 'constant.language', 'support.type.primitive'],
      settings: { foreground: '#000002' },
    },
    { scope: ['keyword.operator'], settings: { foreground: '#000000' } },
    {
      scope: ['keyword.operator.word', 'keyword.operator.logical.python'],
      settings: { foreground: '#000002' },
    },
    { scope: ['string', 'punctuation.definition.string'], settings: { foreground: '#000003' } },
  ],
}

type Language = (typeof languages)[number]

const grammars = {
  bash: () => import('shiki/langs/bash.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  r: () => import('shiki/langs/r.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
} satisfies Record<Language, unknown>

let made: Promise<HighlighterCore> | undefined

/** One for the process; a grammar is read when the first code in it comes. */
async function highlighter(used: ReadonlySet<Language>): Promise<HighlighterCore> {
  made ??= createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  })
  const shiki = await made
  await shiki.loadLanguage(...[...used].map((lang) => grammars[lang]))
  return shiki
}

function isLanguage(lang: string | null | undefined): lang is Language {
  return languages.some((each) => each === lang)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
