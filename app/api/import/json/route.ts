import { refuse, reply, write } from '#lib/action.ts'
import { audit } from '#lib/auth/audit.ts'
import { importEverything, previewImport } from '#lib/study/import-everything.ts'
import { importInput } from '#lib/study/import-file.ts'

const GONE = 'Your account was deleted meanwhile, so nothing was imported.'
/** As the front door lets in (lib/boot/door.mjs). */
const MOST = 16 * 1024 * 1024

/** What an export holds, added to what the reader has; or only what would come of it. */
export const POST = write(
  {
    name: 'import.json',
    who: 'anyone',
    body: importInput,
    most: MOST,
    pace: 'import',
    audit: ['import'],
  },
  async ({ actor, reader, body: { apply, file } }) => {
    if (!apply) return reply(200, { tallies: await previewImport(actor?.id ?? null, file) })
    const { id } = await reader()
    const tallies = await importEverything(id, file, (tx) => audit('import', { actor: id }, tx))
    return tallies ? reply(200, { tallies }) : refuse(404, 'not-found', GONE)
  },
)
