import { read, refuse, reply } from '#lib/action.ts'
import { openReport } from '#lib/study/open-report.ts'

/** An interview that is over, with what came of it. */
export const GET = read(
  { name: 'interviews.report', who: 'anyone', params: { id: 'interview' } },
  async ({ actor, params }) => {
    const report = await openReport(actor?.id ?? null, params.id)
    return report
      ? reply(200, report)
      : refuse(404, 'not-found', 'There is no report of yours at this address.')
  },
)
