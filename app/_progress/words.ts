/** "1 card", "3 cards" */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

/** "74 %", on one line */
export function percent(share: number): string {
  return `${Math.round(100 * share)}\u00A0%`
}

/** "74–90 %" */
export function percents(low: number, high: number): string {
  const [from, to] = [Math.round(100 * low), Math.round(100 * high)]
  return from === to ? `${from}\u00A0%` : `${from}–${to}\u00A0%`
}

/** "Monday 23 November" @param day YYYY-MM-DD */
export function longDay(day: string): string {
  return format(day, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
}

/** "23 Nov" */
export function shortDay(day: string): string {
  return format(day, { day: 'numeric', month: 'short' })
}

/** "23 November", and the year where it is another one than now's. */
export function dayAndMonth(day: string, now: string): string {
  const isFar = day.slice(0, 4) !== now.slice(0, 4)
  return format(day, { day: 'numeric', month: 'long', ...(isFar && { year: 'numeric' }) })
}

export function format(day: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date)
}

/** "today", "yesterday", "14 days ago" */
export function ago(days: number): string {
  if (days <= 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}
