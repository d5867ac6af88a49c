import 'server-only'
import { belongingsOf } from '#lib/db/belongings.ts'

/** Grows by one when a reader of old exports would misread a new one. */
const VERSION = 1

/**
 * Everything that a reader owns, as plain data. Each attempt names its question by id and by the
 * SHA-256 of the file that was answered, so that another installation with the same content knows it.
 * @returns null when there is nobody under that id
 */
export async function exportEverything(userId: string, now: Date) {
  const belongings = await belongingsOf(userId)
  return belongings && { format: 'ridgeline', version: VERSION, exportedAt: now, ...belongings }
}
