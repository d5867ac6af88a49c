import 'server-only'

/*
 * What is wrong with a text that a generator wrote. What it counts is looked up: a word after a number
 * that is in none of the lists below is a fault, so a new template has to say what its words are.
 */

/** What can be counted, alone and in numbers. */
const NOUNS: Record<string, string> = {
  arm: 'arms',
  coefficient: 'coefficients',
  column: 'columns',
  decimal: 'decimals',
  error: 'errors',
  feature: 'features',
  other: 'others',
  penalty: 'penalties',
  point: 'points',
  rate: 'rates',
  row: 'rows',
  step: 'steps',
  transaction: 'transactions',
  unit: 'units',
  visitor: 'visitors',
}
/** What the counted do: of one, and of several. */
const VERBS: Record<string, string> = { leaves: 'leave', returns: 'return' }
/** What may stand between a number and what it counts. */
const ADJECTIVES = ['centred', 'least-squares', 'standard', 'standardised']
/** What may follow a number that counts nothing. */
const OTHERS =
  'a above and are at by fits for from here in is of on or than the there to while with'.split(' ')

const PLURALS = Object.values(NOUNS)
const NUMBER =
  /(?<![\w.,\u202f^])(?:\d[\d\u202f]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)/
const WORD = /[a-z]+(?:-[a-z]+)*/
const COUNTED = new RegExp(
  `(${NUMBER.source}) ((?:(?:${ADJECTIVES.join('|')}) )*)(${WORD.source})(?: (${WORD.source}))?`,
  'gi',
)

/** [what must hold, or must not, and the name of the fault] */
const RULES: [RegExp, boolean, string][] = [
  [/^([A-Z0-9½β]|glmnet|scikit-learn).*[.?]$/, true, 'no sentence'],
  [/[a-z\d)%][.?] (?!glmnet|scikit-learn)[a-z]/, false, 'a sentence without a capital'],
  [/undefined|NaN|Infinity|null|\[object|\$\{/, false, 'a value that is none'],
  [/(^|[^\w)])-\d/, false, 'a hyphen for a minus sign'],
  [/[+−×/] ?[+−]|\+ ?\+/, false, 'two signs in a row'],
  [/[−-]0(?:\.0+)?(?!\.?\d)/, false, 'minus nothing'],
  [/\d\.\d{7,}|\de[+-]?\d/, false, 'digits of binary fractions'],
  [/ {2}| [.,;:?)]|\( |^ | $/, false, 'spaces'],
  [/\b([a-z]+) \1\b/i, false, 'a word twice'],
  [
    new RegExp(`\\b(a|an|each|every|another) (${PLURALS.join('|')})\\b`, 'i'),
    false,
    'one of several',
  ],
]

/** @returns each fault with the text */
export function faultsOfText(text: string): string[] {
  return [
    ...RULES.filter(([pattern, isWanted]) => pattern.test(text) !== isWanted).map(
      ([, , fault]) => fault,
    ),
    ...(areBalanced(text) ? [] : ['brackets that do not close']),
    ...[...text.matchAll(/\b(an?) ([^\s.,;:?]+)/gi)].flatMap(([, article, word]) => {
      const isRight = (article!.toLowerCase() === 'an') === beginsWithVowel(word!)
      return isRight ? [] : [`“${article} ${word}”`]
    }),
    ...[...text.matchAll(COUNTED)].flatMap(([, number, , word, next]) =>
      faultsOfCount(number!, word!.toLowerCase(), next?.toLowerCase()),
    ),
  ].map((fault) => `${fault}: ${text}`)
}

/** The same of what is no sentence: a cell of a table, a label, an option. */
export function faultsOfLabel(text: string): string[] {
  return faultsOfText(text).filter((fault) => !/^no sentence|^spaces/.test(fault))
}

function faultsOfCount(number: string, word: string, next = ''): string[] {
  const isOne = /^(1|one)$/i.test(number)
  const plural = NOUNS[word]
  const said = `${number} ${word}`
  if (OTHERS.includes(word)) return []
  if (plural !== undefined || PLURALS.includes(word)) {
    if ((plural !== undefined) !== isOne) return [`a wrong plural, “${said}”`]
    return disagrees(next, isOne) ? [`a wrong verb, “${said} ${next}”`] : []
  }
  if (word in VERBS || Object.values(VERBS).includes(word))
    return disagrees(word, isOne) ? [`a wrong verb, “${said}”`] : []
  return [`a word that is in no list, “${said}”`]
}

function disagrees(verb: string, isOne: boolean): boolean {
  return isOne ? Object.values(VERBS).includes(verb) : verb in VERBS
}

/** As it is said: an F1 score, an 80% chance, a unit. */
function beginsWithVowel(word: string): boolean {
  const number = /^\d+/.exec(word)?.[0]
  if (number !== undefined) return number.startsWith('8') || /^1[18](\d{3})*$/.test(number)
  if (/^[A-Za-z](\d|$|[^A-Za-z])/.test(word)) return /^[AEFHILMNORSXaefhilmnorsx]/.test(word)
  if (/^(un(i[^mn]|ion)|use|one\b|eu)/i.test(word)) return false
  return /^([aeiouαεηιοω]|hour|hono)/i.test(word)
}

function areBalanced(text: string): boolean {
  let open = 0
  for (const sign of text) {
    if (sign === '(') open++
    if (sign === ')' && --open < 0) return false
  }
  return open === 0
}

/**
 * Equations of numbers in a text that are not true. What comes out, and each number with three decimals
 * or more, may be off by half of its last digit.
 */
export function falseEquations(text: string): string[] {
  const chains = text.matchAll(/[\d\u202f.+−×/()²%=≈ ]*[=≈][\d\u202f.+−×/()²%=≈ ]*/g)
  return [...chains].flatMap(({ 0: chain, index }) => {
    const sides = chain.split(/[=≈]/).map((side) => valueOf(trimmed(side)))
    // The rest of something with letters: c²·2 = 0.5.
    if (/\S/.test(text[index - 1] ?? ' ') && !chain.startsWith(' ')) sides[0] = null
    return sides.flatMap((right, i) => {
      const left = sides[i - 1]
      if (!left || !right) return []
      const isTrue = left.low <= right.high + 1e-12 && right.low <= left.high + 1e-12
      return isTrue ? [] : [`${chain.trim()} is not true: ${text}`]
    })
  })
}

/** Without what belongs to the words around: a full stop, a bracket of theirs. */
function trimmed(side: string): string {
  const bare = side.trim().replace(/\.$/, '').trim()
  return areBalanced(bare) ? bare : bare.replace(/^[()\s]+|[(\s]+$/g, '')
}

type Range = { low: number; high: number }

/** The value of an expression of numbers, +, −, ×, /, ², % and brackets; null where it is none. */
function valueOf(side: string): Range | null {
  const tokens = side.match(/\d[\d\u202f]*(?:\.\d+)?|[+−×/()²%]/g) ?? []
  if (tokens.length === 0 || tokens.join('') !== side.replaceAll(' ', '')) return null
  const isAlone = tokens.filter((token) => /\d/.test(token)).length === 1
  let at = 0
  const sum = (): Range | null => {
    let value = product()
    while (value && /^[+−]$/.test(tokens[at] ?? '')) {
      const isPlus = tokens[at++] === '+'
      const next = product()
      value = next && combined(value, next, (a, b) => (isPlus ? a + b : a - b))
    }
    return value
  }
  const product = (): Range | null => {
    let value = power()
    while (value && /^[×/]$/.test(tokens[at] ?? '')) {
      const isTimes = tokens[at++] === '×'
      const next = power()
      value = next && combined(value, next, (a, b) => (isTimes ? a * b : a / b))
    }
    return value
  }
  const power = (): Range | null => {
    let value = atom()
    for (; value && /^[²%]$/.test(tokens[at] ?? ''); at++)
      value =
        tokens[at] === '²'
          ? combined(value, value, (a, b) => a * b)
          : combined(value, value, (a) => a / 100)
    return value
  }
  const atom = (): Range | null => {
    const token = tokens[at++] ?? ''
    if (token === '−') {
      const value = power()
      return value && { low: -value.high, high: -value.low }
    }
    if (token === '(') {
      const value = sum()
      return tokens[at++] === ')' ? value : null
    }
    if (!/^\d/.test(token)) return null
    const plain = token.replaceAll('\u202f', '')
    const digits = plain.split('.')[1]?.length ?? 0
    const slack = digits >= 3 || isAlone ? 0.5 * 10 ** -digits : 0
    return { low: Number(plain) - slack, high: Number(plain) + slack }
  }
  const value = sum()
  return at === tokens.length ? value : null
}

function combined(a: Range, b: Range, f: (a: number, b: number) => number): Range {
  const all = [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)]
  return { low: Math.min(...all), high: Math.max(...all) }
}
