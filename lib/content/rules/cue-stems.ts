import type { Finding } from '#lib/content/problem.ts'
import { unknownAmong } from './dictionary.ts'
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
  { question, yaml }: Pick<Page, 'question' | 'yaml'>,
  known: readonly string[],
): Promise<Finding[]> {
  const cues = lastWords(question)
  const wordsOf = await stemsAmong(new Set(cues.map(({ stem }) => stem)), known)
  return cues.flatMap(({ stem, path }) => {
    const words = wordsOf.get(stem)
    if (!words) return []
    return [
      {
        ...yaml.placeOf(path),
        severity: 'warning' as const,
        rule: 'key-points/cue-stem',
        message: `“${stem}” is no word, and a cue is heard as whole words: no answer has it`,
        hint: `write its words out: ${words.join(', ')}`,
      },
    ]
  })
}

/** Those that are no words but begin two of them at least, with these. */
export async function stemsAmong(
  ends: Iterable<string>,
  known: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const strange = [...(await unknownAmong(ends, known))]
  const tries = strange.flatMap((stem) => endings.map((ending) => stem + ending))
  const nonsense = await unknownAmong(tries, known)
  const words = strange.map((stem): [string, string[]] => [
    stem,
    endings.map((ending) => stem + ending).filter((word) => !nonsense.has(word)),
  ])
  return new Map(words.filter(([, list]) => list.length >= 2))
}

/** Most are plain, and to know the letters of all alphabets takes its time. */
const plain = /^[a-z]{5,}$/
const ending = /(?<!\p{L})\p{Ll}{5,}$/u

/** What each cue ends in, where that could be a stem, and where the cue stands. */
export function lastWords(question: Page['question']): { stem: string; path: PropertyKey[] }[] {
  return (['keyPoints', 'misconceptions'] as const).flatMap((list) =>
    question[list].flatMap(({ cues }, index) =>
      cues.flatMap((cue, nth) => {
        const last = cue.slice(cue.lastIndexOf(' ') + 1)
        const stem = plain.test(last) ? last : ending.exec(last)?.[0]
        return stem === undefined ? [] : [{ stem, path: [list, index, 'cues', nth] }]
      }),
    ),
  )
}
