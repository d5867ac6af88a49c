import type { Processor } from 'unified'

type Construct = { name?: string }
type Extensions = {
  micromarkExtensions?: { text?: Record<string, Construct | Construct[]> }[]
  fromMarkdownExtensions?: { enter?: object }[][]
}

/**
 * Takes out of GFM that an address in the text (https://…, www.…, a@b.c) becomes a link. To look for one at each
 * letter takes a third of the time of parsing, and hardly a text has one.
 */
export function withoutBareLinks(this: Processor): void {
  const data = this.data() as Extensions
  data.micromarkExtensions = data.micromarkExtensions!.map(({ text = {}, ...rest }) => ({
    ...rest,
    text: Object.fromEntries(Object.entries(text).map(([code, all]) => [code, others(all)])),
  }))
  data.fromMarkdownExtensions = data.fromMarkdownExtensions!.map((list) =>
    list.filter(({ enter = {} }) => !('literalAutolink' in enter)),
  )
}

function others(all: Construct | Construct[]): Construct[] {
  return [all].flat().filter(({ name }) => !name?.endsWith('Autolink'))
}
