import 'server-only'

/** What a keyboard lacks, as people type it instead. */
const typed: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  θ: 'theta',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ω: 'omega',
  '−': '-',
  '–': '-',
  '‐': '-',
  '‑': '-',
  '·': '*',
  '×': '*',
  '÷': '/',
  '⁄': '/',
  '≤': '<=',
  '≥': '>=',
  '√': 'sqrt',
  '’': "'",
  '′': "'",
}

/**
 * What two short texts are compared by. Alike are: upper and lower case; characters that Unicode holds
 * to be the same (NFKC); letters with and without accents; spaces, or none; a hyphen within a word, or
 * none ("cross-validation", but "n-1" keeps its minus); a leading "the", "a" or "an"; quotation marks
 * around it and a stop behind it; a superscript and `^` ("x²", "x^2"); a Greek letter, its name and its
 * TeX command ("λ", "lambda", "\lambda"); signs and how they are typed ("−" and "-", "·" and "*").
 */
export function plainForm(text: string): string {
  return text
    .replace(/[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, (power) => `^${power.normalize('NFKC')}`)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{L})[-‐‑](?=\p{L}{2})|(?<=\p{L}{2})[-‐‑](?=\p{L})/gu, '')
    .replace(/./gsu, (sign) => typed[sign] ?? sign)
    .replace(/\\(?=[a-z])/g, '')
    .trim()
    .replace(/^["“”„«]+|["“”„».,;:]+$/gu, '')
    .replace(/^(?:the|an?)\s+(?=\p{L}{2})/u, '')
    .replace(/\s+/gu, '')
}
