import type { Finding } from '#lib/content/problem.ts'
import type { Page } from './page.ts'

/** What stands behind a stem in English; two of them known, and it is one: saturat-e, saturat-ion. */
const endings = 'e ed ing ion er or y ied t ce cy le ility ial ous ious ary'.split(' ')

/**
 * Cues that end in a stem. They are heard as whole words, with a plural s at most, so that “saturat”
 * hears neither saturate nor saturation: such a cue is never found in any answer.
 * A misspelling or a name is none: no ending makes a word of it, or it has a capital.
 * @param known words that are spelt as they are: content/words.txt
 */
export async function cueStems(
  { question, yaml }: Page,
  known: readonly string[],
): Promise<Finding[]> {
  const cues = (['keyPoints', 'misconceptions'] as const).flatMap((list) =>
    question[list].flatMap(({ cues: each }, index) =>
      each.map((cue, nth) => ({
        stem: /(?<!\p{L})\p{Ll}{5,}$/u.exec(cue)?.[0] ?? '',
        place: yaml.placeOf([list, index, 'cues', nth]),
      })),
    ),
  )
  const strange = await unknown([...new Set(cues.map(({ stem }) => stem))].filter(Boolean), known)
  const tries = [...strange].flatMap((stem) => endings.map((ending) => stem + ending))
  const nonsense = await unknown(tries, known)
  const wordsOf = (stem: string) =>
    endings.map((ending) => stem + ending).filter((word) => !nonsense.has(word))
  return cues
    .filter(({ stem }) => strange.has(stem) && wordsOf(stem).length >= 2)
    .map(({ stem, place }) => ({
      ...place,
      severity: 'warning' as const,
      rule: 'key-points/cue-stem',
      message: `“${stem}” is no word, and a cue is heard as whole words: no answer has it`,
      hint: `write its words out: ${wordsOf(stem).join(', ')}`,
    }))
}

/** Which of these no dictionary has. */
async function unknown(words: readonly string[], known: readonly string[]): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  // Read when it is used: a site that only serves has no dictionary.
  const { spellCheckDocument } = await import('cspell-lib')
  const { issues } = await spellCheckDocument(
    { uri: 'file:///cues', text: words.join('\n'), languageId: 'plaintext' },
    { generateSuggestions: false, noConfigSearch: true },
    { version: '0.2', language: 'en-GB,en-US', words: [...known], maxNumberOfProblems: 10_000 },
  )
  return new Set(issues.map(({ text }) => text))
}
