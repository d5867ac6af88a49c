import { closeDatabase } from '#lib/db/sample.ts'
import { rebuildAll } from '#lib/study/rebuild-all.ts'

// `npm run rebuild`: every derived row from what it is derived from. Running it changes nothing,
// unless something was stored wrongly: then it ends with 1, so that whoever runs it every night (R17) is told.
// It can run while the site does.

const { readers, cards, mended } = await rebuildAll()
process.stdout.write(
  `${cards} cards of ${readers} readers rebuilt from their review logs. ` +
    (mended.length === 0 ? 'All were as stored.\n' : `Put right: ${mended.join(', ')}\n`),
)
if (mended.length > 0) process.exitCode = 1
await closeDatabase()
