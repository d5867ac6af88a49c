import type { Bank, Question } from '#lib/content/bank.ts'
import type { Finding } from '#lib/content/problem.ts'
import type { Prose } from '#lib/content/prose.ts'
import type { YamlFile } from '#lib/content/yaml-file.ts'

/** A question as the rules see it: its values, its places, its text. */
export type Page = { question: Question; yaml: YamlFile; prose: Prose }

export type Rule = (page: Page, bank: Bank) => Finding[] | Promise<Finding[]>

/** Lower case, letters and digits only, words parted by one space and framed by spaces. */
export function words(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  return ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}
