import 'server-only'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { mend } from '#lib/content/mend.ts'
import { openSource, problemsOf } from '#lib/content/workbench.ts'

/** Which of a file's problems. */
export const problemEntry = z.strictObject({ rule: z.string(), line: z.int(), column: z.int() })

/** Writes into the file what a problem says is certain. @returns whether it was still there to be mended */
export async function mendSource(
  slug: string,
  { rule, line, column }: z.infer<typeof problemEntry>,
): Promise<boolean> {
  const source = await openSource(slug)
  const problems = source ? await problemsOf(source) : []
  const problem = problems.find(
    (each) => each.rule === rule && each.line === line && each.column === column,
  )
  if (!source || !problem?.fix) return false
  const path = join(/*turbopackIgnore: true*/ process.cwd(), source.file.path)
  const { text, mended } = mend(await readFile(path, 'utf8'), [problem])
  if (mended > 0) await writeFile(path, text)
  return mended > 0
}
