import type { Question } from '#lib/content/bank.ts'
import type { Catalogue } from '#lib/content/catalogue.ts'
import type { Finding } from '#lib/content/problem.ts'
import type { Prose } from '#lib/content/prose.ts'
import type { Vocabularies } from '#lib/content/vocabularies.ts'
import type { YamlFile } from '#lib/content/yaml-file.ts'

/** A question as the rules see it: its values, its places, its text. */
export type Page = { question: Question; yaml: YamlFile; prose: Prose }

/** What one page says by itself, beside the lists of words that all pages use. */
export type Rule = (page: Page, vocabularies: Vocabularies) => Finding[]

/** The bank as far as its questions concern each other. */
export type Others = Vocabularies & Catalogue

/** Lower case, letters and digits only, words parted by one space and framed by spaces. */
export function words(text: string): string {
  // Hundreds of cues a page, and hardly one with a letter that another alphabet would fold.
  if (!/[\u0080-\uffff]/.test(text))
    return ` ${text
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, ' ')
      .trim()} `
  const plain = text.normalize('NFKC').toLowerCase()
  return ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}
