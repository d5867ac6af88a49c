import { fetchJson } from '#app/_progress/brief.ts'
import type { DueCard, Today } from '#lib/study/open-today.ts'

export type { DueCard, Today }

/** @returns null when the server cannot be asked */
export function fetchToday(): Promise<Today | null> {
  return fetchJson<Today>('/api/me/today')
}
