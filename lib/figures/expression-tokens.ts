import { ExpressionError } from './expression-tree.ts'

export type Token = { kind: 'number' | 'name' | 'sign'; text: string; column: number }

const lexicon =
  /\s*(?:(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign><=|>=|==|!=|[-+*/^<>=(),.]))/y

/** The last token is empty and stands behind the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  for (let offset = 0; offset < end;) {
    lexicon.lastIndex = offset
    const groups = lexicon.exec(text)?.groups
    if (!groups) {
      const column = offset + (text.slice(offset).search(/\S/) + 1)
      throw new ExpressionError(`unexpected “${text[column - 1]}”`, column)
    }
    offset = lexicon.lastIndex
    const kind = groups['number'] ? 'number' : groups['name'] ? 'name' : 'sign'
    const word = groups[kind] as string
    tokens.push({ kind, text: word, column: offset - word.length + 1 })
  }
  return [...tokens, { kind: 'sign', text: '', column: end + 1 }]
}
