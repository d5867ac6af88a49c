import { guarded } from '#lib/action.ts'
import { sweepInterviews } from '#lib/study/sweep-interviews.ts'

/** Called by the routes that interviews begin with: see `sweepInterviews`. */
export function sweep(): void {
  sweepInterviews((work) =>
    guarded('interviews.sweep', async () => {
      await work()
      return new Response()
    }),
  )
}
