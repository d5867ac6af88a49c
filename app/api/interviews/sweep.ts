import { guarded } from '#lib/answer.ts'
import { metrics } from '#lib/metrics.ts'
import { sweepInterviews } from '#lib/study/sweep-interviews.ts'

/** Begins when the server does (instrumentation.ts): see `sweepInterviews`. */
export function sweep(): void {
  sweepInterviews((work) =>
    guarded('interviews.sweep', async () => {
      await work()
      return new Response()
    }).then(({ ok }) => metrics()?.swept(ok)),
  )
}
