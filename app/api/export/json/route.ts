import { read, refuse, reply } from '#lib/action.ts'
import { audit } from '#lib/auth/audit.ts'
import { exportEverything } from '#lib/study/export-everything.ts'

/** Everything that the reader owns, as a file. */
export const GET = read(
  { name: 'export.json', who: 'anyone', pace: 'heavy', audit: ['export'] },
  async ({ actor }) => {
    const now = new Date()
    const everything = actor && (await exportEverything(actor.id, now))
    if (!actor || !everything)
      return refuse(404, 'nobody', 'There is nothing of yours here to export yet.')
    await audit('export', { actor: actor.id, detail: 'json' })
    const name = `ridgeline-${now.toISOString().slice(0, 10)}.json`
    return reply(200, everything, { 'Content-Disposition': `attachment; filename="${name}"` })
  },
)
