import { join } from 'node:path'
import { bank, type Question } from './questions.ts'
import { keeper, pipeline } from './compile-cache.ts'
import { deadLinks } from './links.ts'
import type { Link, TocEntry } from './outline.ts'
import { ContentError, errorsAmong, inFile } from './problem.ts'
import { compileProse, readProse } from './prose.ts'

const kept = keeper(join(process.cwd(), '.data', 'mdx'), pipeline)

type Compiled = { code: string; toc: TocEntry[]; links: Link[] }

/**
 * MDX → the body of a function, for `run` of @mdx-js/mdx. Once per content: kept in .data/mdx, and
 * in memory. Figures are numbered, and are in the contents as "Fig. n, title".
 * @throws ContentError with every place that is wrong
 */
export async function compileBody(
  question: Pick<Question, 'path' | 'body' | 'bodyLine' | 'contentHash'>,
): Promise<{ code: string; toc: TocEntry[] }> {
  const { code, toc, links } = await kept(question.contentHash, () => compile(question))
  // Not kept: another page may have gone since.
  stopAt(inFile(question.path, deadLinks(links, await bank())))
  return { code, toc }
}

async function compile(question: Pick<Question, 'path' | 'body' | 'bodyLine'>): Promise<Compiled> {
  const prose = readProse(question)
  stopAt(inFile(question.path, prose.findings))
  return { code: await compileProse(prose), toc: prose.toc, links: prose.links }
}

function stopAt(problems: ReturnType<typeof inFile>) {
  const errors = errorsAmong(problems)
  if (errors.length > 0) throw new ContentError(errors)
}
