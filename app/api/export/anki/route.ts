import { read, refuse } from '#lib/action.ts'
import { audit } from '#lib/auth/audit.ts'
import { exportAnki } from '#lib/study/export-anki.ts'

/** The reader's cards, for Anki's File → Import. */
export const GET = read(
  { name: 'export.anki', who: 'anyone', pace: 'heavy', audit: ['export'] },
  async ({ actor }) => {
    if (!actor) return refuse(404, 'nobody', 'There is nothing of yours here to export yet.')
    const file = await exportAnki(actor.id)
    await audit('export', { actor: actor.id, detail: 'anki' })
    return new Response(file, {
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': 'attachment; filename="ridgeline-anki.txt"',
        'Cache-Control': 'no-store',
      },
    })
  },
)
