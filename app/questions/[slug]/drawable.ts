import { termOf } from '#lib/search/words.ts'

/**
 * A text in the letters that the display face has: Greek by name, others without their accents, or left
 * out. For a letter that is missing the renderer would ask a stranger's server for a font.
 */
export function drawable(text: string): string {
  return text
    .replace(/\p{Script=Greek}/gu, (letter) => termOf(letter))
    .replace(MISSING, (letter) => letter.normalize('NFKD').replace(/[^\x20-\x7e]/g, ''))
}

/** Everything but ASCII and those letters and signs beyond it that are in the file. */
const MISSING = /[^\x20-\x7e§©°±²³·¹ÉÖ×Üáàâãäåæçèéêëìíîïñòóôõöøùúûü–—‘’“”…′↑↓−]/gu
