import { join } from 'node:path'
import { bank, type Question } from './questions.ts'
import { keeper, pipeline } from './compile-cache.ts'
import { deadLinks } from './links.ts'
import type { Link, TocEntry } from './outline.ts'
import { ContentError, errorsAmong, inFile } from './problem.ts'
import { compileProse, readProse } from './prose.ts'

const kept = keeper(join(process.cwd(), '.data', 'mdx'), pipeline)

type Compiled = { code: string; toc: TocEntry[]; links: Link[]; placed: string[] }

/**
 * MDX → the body of a function, for `run` of @mdx-js/mdx. Once per content: kept in .data/mdx, and
 * in memory. Figures are numbered, and are in the contents as "Fig. n, title". `placed`: ids of the items
 * that stand in the prose.
 * @throws ContentError with every place that is wrong
 */
export async function compileBody(
  question: Pick<Question, 'path' | 'body' | 'bodyLine' | 'contentHash'>,
): Promise<{ code: string; toc: TocEntry[]; placed: string[] }> {
  const { code, toc, links, placed } = await kept(question.contentHash, () => compile(question))
  // Not kept: another page may have gone since.
  stopAt(inFile(question.path, deadLinks(links, await bank())))
  return { code, toc, placed }
}

async function compile(question: Pick<Question, 'path' | 'body' | 'bodyLine'>): Promise<Compiled> {
  const prose = readProse(question)
  stopAt(inFile(question.path, prose.findings))
  const { toc, links, placed } = prose
  return { code: await compileProse(prose), toc, links, placed }
}

function stopAt(problems: ReturnType<typeof inFile>) {
  const errors = errorsAmong(problems)
  if (errors.length > 0) throw new ContentError(errors)
}
