import { figures } from '#lib/figures/index.ts'
import { book } from './book/index.ts'
import { vocabulary } from './vocabulary.ts'

const rules = Object.keys(book)

/** Where on pages that are no questions a link may lead to, by path. A journey looks whether they are there. */
export const placesOf: Readonly<Record<string, ReadonlySet<string>>> = {
  write: new Set([
    'five-minutes',
    'what-is-good',
    'front-matter',
    'vocabulary',
    ...Object.keys(vocabulary).map((name) => `vocabulary-${name}`),
  ]),
  'write/language': new Set(['examples', ...Object.keys(figures)]),
  'write/rules': new Set(rules.flatMap((id) => [id.split('/')[0]!, id.replace('/', '-')])),
}
