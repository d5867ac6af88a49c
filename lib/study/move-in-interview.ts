import 'server-only'
import type { z } from 'zod'
import { findItem, updateInterview, updateItem } from '#lib/db/interview.ts'
import { bookTime, changeInterview, type Refused } from './change-interview.ts'
import type { placeInput } from './interview-entry.ts'

/**
 * Opens an item, and marks some as flagged or skipped. From now on it is that item's time that runs.
 * The last one to say where the reader is counts: this is no text.
 */
export function moveInInterview(
  userId: string,
  id: string,
  { to, marks }: z.infer<typeof placeInput>,
): Promise<{ position: number } | Refused> {
  return changeInterview<{ position: number }>(
    userId,
    id,
    async ({ tx, interview, now, isOpen }) => {
      if (!isOpen) return { refused: 'closed' }
      for (const position of [to, ...marks.map((mark) => mark.position)])
        if (!(await findItem(tx, id, position))) return { refused: 'missing' }
      if (to !== interview.position) {
        await bookTime(tx, interview, now)
        await updateInterview(tx, id, { position: to })
      }
      for (const { position, flagged, skipped } of marks)
        await updateItem(tx, id, position, {
          ...(flagged !== undefined && { flagged }),
          ...(skipped !== undefined && { skipped }),
        })
      return { position: to }
    },
  )
}
