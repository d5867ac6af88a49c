/** A calendar day as the reader counts it: "2026-11-23". Days compare as text. */
export type Day = string

/** @param timeZone an IANA name, such as Europe/Berlin @throws RangeError if there is no such zone */
export function dayOf(instant: Date, timeZone: string): Day {
  return formatter(timeZone).format(instant)
}

/**
 * The first instant of a day. Where clocks skip midnight that is 1:00, so it is looked for and not
 * computed from an offset.
 */
export function startOf(day: Day, timeZone: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`)
  // No zone is further than 14 hours from UTC: this instant is before the day, that one in or after it.
  let [before, within] = [noon - 27 * hour, noon + 3 * hour]
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (dayOf(new Date(middle), timeZone) < day) before = middle
    else within = middle
  }
  return new Date(within)
}

/** @param by whole days, also negative */
export function plusDays(day: Day, by: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 24 * hour).toISOString().slice(0, 10)
}

/** Whole days from one to the other; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * hour))
}

const hour = 3_600_000
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone)
  if (known === undefined) {
    // Sweden writes dates as ISO 8601 does.
    known = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formatters.set(timeZone, known)
  }
  return known
}
