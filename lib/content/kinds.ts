import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type KeyedItem, keyedSchema } from '#lib/quiz/grade/item.ts'
import { ContentError, inFile } from './problem.ts'
import { YamlFile } from './yaml-file.ts'

export type Example = {
  /** what the kind is for, and how it scores */
  about: string
  item: KeyedItem
  /** as it stands under `items:` of a question */
  source: string
}

const path = 'content/kinds.yaml'
const schema = z.array(z.strictObject({ about: z.string().min(1), item: keyedSchema }))

/**
 * One example of every kind of item, in the order to be shown. Their keys are in `source` too.
 * @throws ContentError with each place where the file is broken
 */
export async function examples(): Promise<readonly Example[]> {
  if (kept === undefined || process.env.NODE_ENV === 'development') kept = read()
  return kept
}

let kept: Promise<readonly Example[]> | undefined

async function read(): Promise<readonly Example[]> {
  return examplesFrom(await readFile(join(process.cwd(), path), 'utf8'))
}

export function examplesFrom(text: string): readonly Example[] {
  const { value, findings } = new YamlFile(text).check(schema)
  if (value === null) throw new ContentError(inFile(path, findings))
  const sources = text
    .split(/^- about:/m)
    .slice(1)
    .map(sourceOf)
  return value.map((each, nth) => ({ ...each, source: sources[nth]! }))
}

/** The lines under `item:` are indented as they are in a question, where a hyphen begins them. */
function sourceOf(block: string): string {
  const [, lines = ''] = block.split(/^ {2}item:\n/m)
  return lines.trimEnd().replace(/^ {4}/, '  - ')
}
