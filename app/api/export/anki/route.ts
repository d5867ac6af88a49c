import { read, refuse } from '#lib/action.ts'
import { exportAnki } from '#lib/study/export-anki.ts'

/** The reader's cards, for Anki's File → Import. */
export const GET = read({ name: 'export.anki', who: 'anyone' }, async ({ actor }) => {
  if (!actor) return refuse(404, 'nobody', 'There is nothing of yours here to export yet.')
  return new Response(await exportAnki(actor.id), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="ridgeline-anki.txt"',
      'Cache-Control': 'no-store',
    },
  })
})
