import { termOf, WORD } from '#lib/search/words.ts'

/** A text with the words marked that a search has matched. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  if (terms.length === 0) return text
  const words = [...text.matchAll(WORD)].filter(([word]) => terms.includes(termOf(word)))
  const ends = words.map(({ index, 0: word }) => index + word.length)
  return (
    <>
      {words.map(({ index, 0: word }, nth) => (
        <span key={index}>
          {text.slice(ends[nth - 1] ?? 0, index)}
          <mark>{word}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </>
  )
}
