import { type Catalogue, type Head, references } from './catalogue.ts'
import { type Finding, inFile, type Problem } from './problem.ts'
import { type AnchorsOf, links } from './rules/links.ts'
import { titles } from './rules/titles.ts'
import type { Verdict } from './verdict.ts'
import type { Vocabularies } from './vocabularies.ts'
import type { YamlFile } from './yaml-file.ts'

/** What a file says beside the others. */
export async function amongOthers(
  { links: all }: Verdict,
  head: Head,
  yaml: () => YamlFile,
  others: Vocabularies & Catalogue,
  anchorsOf: AnchorsOf,
): Promise<Finding[]> {
  return [
    ...references(head, yaml, others),
    ...titles(head, yaml, others),
    ...(await links(all, others, anchorsOf)),
  ]
}

/** Of the files that were asked for, those that are none of the bank. */
export function strangers(only: readonly string[], known: readonly string[]): Problem[] {
  const found = only.filter((path) => !known.includes(path) && !path.endsWith('.yaml'))
  return found.flatMap((path) => inFile(path, [notContent]))
}

const notContent: Finding = {
  line: 1,
  column: 1,
  rule: 'files/unknown',
  message: 'this is no question of the bank',
  hint: 'questions lie in content/questions/<topic>/<slug>.mdx',
}
