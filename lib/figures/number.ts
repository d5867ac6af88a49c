/**
 * A number as the figures write it: an exact zero is "0", everything else keeps its decimals, with a
 * true minus sign and never "−0.00". The last bits do not count: 1.505 is written alike on the server
 * and in every browser, though their arithmetic may end one bit to either side of it.
 */
export function decimal(x: number, digits = 2): string {
  if (x === 0) return '0'
  if (!Number.isFinite(x)) return '–'
  const text = Number(x.toPrecision(12)).toFixed(digits)
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−')
}

/** A penalty: its size is read in ratios, so small ones get more decimals. */
export function penalty(x: number): string {
  return decimal(x, x >= 10 ? 1 : x >= 0.1 ? 2 : x >= 0.01 ? 3 : x >= 1e-3 ? 4 : x >= 1e-4 ? 5 : 6)
}

/** "β1, β3 and β5" */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** "10⁻⁶" */
export function powerOfTen(power: number): string {
  return `10${Array.from(String(power), (sign) => raised[sign]).join('')}`
}

const raised: Record<string, string> = Object.fromEntries(
  Array.from('-0123456789', (sign, i) => [sign, '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(i)]),
)
