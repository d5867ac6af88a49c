/* Numbers and plurals as a text has them. */

/** With a minus sign that is one, and no more decimals than it has. @param digits at most */
export function written(value: number, digits = 4): string {
  const text = String(Number(value.toFixed(digits)))
  return text.replace('-', '−')
}

/** 12 345, with narrow spaces: a comma would be read as a decimal sign. */
export function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f')
}

/** 1 row, 2 rows. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${written(n)} ${n === 1 ? one : many}`
}

/** a, b and c. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** 5% without the noise of binary fractions. */
export function percent(share: number, digits = 1): string {
  return `${written(100 * share, digits)}%`
}
