import 'server-only'
import { z } from 'zod'
import { addReport } from '#lib/db/report.ts'
import { transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'
import { ulid } from './attempt-entry.ts'

const address = z.string().max(2000).startsWith('/')

export const reportInput = z.strictObject({
  id: ulid,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string().trim().min(1).max(4000),
  context: z.strictObject({
    /** from the root of the site, as it was open */
    page: address,
    /** links to the states in which the page's figures stood */
    figures: z.array(address).max(20),
    /** of each item whose numbers or order come from one */
    seeds: z.record(z.string().max(80), z.int32()),
  }),
})

/** @returns false when there is nobody under that id any more, or the report is somebody else's */
export function reportProblem(
  userId: string,
  questionId: string,
  report: z.infer<typeof reportInput>,
): Promise<boolean> {
  return transaction(async (tx) => {
    const owner = await holdOwner(tx, userId)
    if (owner === null) return false
    return addReport(tx, { ...report, userId: owner, questionId })
  })
}
