/** The words of a text as they stand there: runs of letters and digits. */
export function wordsIn(text: string): string[] {
  return text.match(WORD) ?? []
}

/** A run of letters and digits, as `String.split` needs it to keep them: highlighted text is cut by it. */
export const WORD = /[\p{L}\p{N}]+/gu

/**
 * What is compared of a word: lower case, without accents, Greek letters by name, -ise for -ize, the
 * singular. Empty for a word that says nothing about a question.
 */
export function termOf(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[α-ω]/g, (letter) => GREEK[letter] ?? letter)
  const term = singular(plain.replace(/(?<=\w{3}i)z(?=(e|ed|er|es|ing|ations?)$)/, 's'))
  return SILENT.has(term) || /^[a-z]$/.test(term) ? '' : term
}

export function termsIn(text: string): string[] {
  return wordsIn(text)
    .map(termOf)
    .filter((term) => term !== '')
}

/** Not of bias, loss, analysis, status. */
function singular(word: string): string {
  if (word.length < 4 || !/[^aiuos]s$/.test(word)) return word
  return word.replace(/ies$/, 'y').replace(/(?<=ss|x|ch|sh|z)es$|s$/, '')
}

const GREEK: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
}

const SILENT = new Set(
  `a about all also an and any are as at be because been before between both but by can could did do
  does each either every for from had has have how i if in into is it its itself just may more most
  much must no not of on one only or other our out over own rather say same should so some such than
  that the their them then there these they this those through to too two under up use used using very
  was way we were what when where whether which while who why will with without would you your`
    .split(/\s+/)
    .map(singular),
)
