import { fetchJson } from '#app/_progress/brief.ts'
import type { DueCard, Today } from '#lib/study/open-today.ts'

export type { DueCard, Today }

/**
 * What is due; of an address with `?these=` those questions, due or not.
 * @returns null when the server cannot be asked
 */
export function fetchToday(): Promise<Today | null> {
  const these = new URLSearchParams(location.search).get('these')
  return fetchJson<Today>(`/api/me/today${these ? `?these=${encodeURIComponent(these)}` : ''}`)
}
