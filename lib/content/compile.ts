import { join } from 'node:path'
import { bank, type Question } from './questions.ts'
import { keeper, pipeline } from './compile-cache.ts'
import { deadLinks } from './links.ts'
import type { Link, TocEntry } from './outline.ts'
import { ContentError, errorsAmong, inFile } from './problem.ts'
import { compileProse, type Prose, readProse } from './prose.ts'
import { solve } from './solve.ts'

const kept = keeper(join(process.cwd(), '.data', 'mdx'), pipeline)

type Compiled = { code: string; toc: TocEntry[]; links: Link[]; placed: string[] }

/**
 * MDX → the body of a function, for `run` of @mdx-js/mdx. Once per content: kept in .data/mdx, and
 * in memory. Figures are numbered, and are in the contents as "Fig. n, title". `placed`: ids of the items
 * that stand in the prose.
 * Every claim, key, task and refutation of it has been solved again, but while developing.
 * @throws ContentError with every place that is wrong
 */
export async function compileBody(
  question: Question,
): Promise<{ code: string; toc: TocEntry[]; placed: string[] }> {
  const all = await bank()
  // Read once for both, and only if one of them has not been kept.
  let read: Prose | undefined
  const prose = () => (read ??= readProse(question))
  // While writing, /write and the check say it without being in the way.
  if (process.env.NODE_ENV !== 'development') {
    const { yaml } = all.files.find(({ path }) => path === question.path)!
    stopAt(await solve(question, yaml, prose))
  }
  const { code, toc, links, placed } = await kept(question.contentHash, () =>
    compile(question.path, prose()),
  )
  // Not kept: another page may have gone since.
  stopAt(inFile(question.path, deadLinks(links, all)))
  return { code, toc, placed }
}

async function compile(path: string, prose: Prose): Promise<Compiled> {
  stopAt(inFile(path, prose.findings))
  const { toc, links, placed } = prose
  return { code: await compileProse(prose), toc, links, placed }
}

function stopAt(problems: ReturnType<typeof inFile>) {
  const errors = errorsAmong(problems)
  if (errors.length > 0) throw new ContentError(errors)
}
