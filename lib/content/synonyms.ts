import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ContentError, inFile } from './problem.ts'
import { YamlFile } from './yaml-file.ts'

const PATH = 'content/synonyms.yaml'
const groups = z.array(z.array(z.string().trim().min(1)).min(2))

/**
 * Groups of words or phrases that mean the same to somebody who searches. Without the file there are none.
 * @throws ContentError with every place that is not in the form of a list of lists
 */
export async function synonyms(root = process.cwd()): Promise<string[][]> {
  const text = await readFile(join(root, PATH), 'utf8').catch(() => '[]')
  const { value, findings } = new YamlFile(text).check(groups)
  if (findings.length > 0) throw new ContentError(inFile(PATH, findings))
  return value ?? []
}
