/** Sorted words, one a line, each without what it shares with the one before: how many letters, in base 36. */
export function encodeTerms(terms: readonly string[]): string {
  return terms
    .map((term, nth) => {
      const shared = Math.min(sharedLength(term, terms[nth - 1] ?? ''), 35)
      return shared.toString(36) + term.slice(shared)
    })
    .join('\n')
}

export function decodeTerms(text: string): string[] {
  let term = ''
  return text === ''
    ? []
    : text.split('\n').map((line) => {
        term = term.slice(0, Number.parseInt(line[0] ?? '0', 36)) + line.slice(1)
        return term
      })
}

/**
 * Ascending lists of places, one after the other. Of each list the first place, then the steps, each in
 * digits of base 46: those that more follow are the upper 46 of 92 letters. A space ends a list.
 */
export function encodePostings(lists: readonly (readonly number[])[]): string {
  return lists
    .map((places) => places.map((place, nth) => digits(place - (places[nth - 1] ?? 0))).join(''))
    .map((list) => `${list} `)
    .join('')
}

export function decodePostings(text: string): number[][] {
  const lists: number[][] = []
  let places: number[] = []
  let [place, step, scale] = [0, 0, 1]
  for (const letter of text) {
    if (letter === ' ') {
      lists.push(places)
      places = []
      place = 0
      continue
    }
    const digit = ALPHABET.indexOf(letter)
    step += scale * (digit % BASE)
    scale *= BASE
    if (digit >= BASE) continue
    place += step
    places.push(place)
    ;[step, scale] = [0, 1]
  }
  return lists
}

/** Printable ASCII without the space and what JSON escapes. */
const ALPHABET = Array.from({ length: 94 }, (_, nth) => String.fromCharCode(33 + nth))
  .filter((letter) => !['"', '\\'].includes(letter))
  .join('')
const BASE = ALPHABET.length / 2

function digits(number: number): string {
  const [rest, digit] = [Math.floor(number / BASE), number % BASE]
  return rest === 0 ? ALPHABET[digit]! : ALPHABET[digit + BASE]! + digits(rest)
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
