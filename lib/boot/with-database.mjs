// with-database.mjs [--temporary] COMMAND...: runs COMMAND with DATABASE_URL naming a database that runs
// and is migrated: the site's, or with --temporary an empty one that is removed after.
import { openDatabase, temporaryDatabase } from './database.mjs'
import { loadEnvFile, secret } from './environment.mjs'
import { generateClient, install } from './install.mjs'
import { migrate } from './migrate.mjs'
import { explain } from './progress.mjs'
import { run } from './run.mjs'

const [isTemporary, ...command] =
  process.argv[2] === '--temporary'
    ? [true, ...process.argv.slice(3)]
    : [false, ...process.argv.slice(2)]

try {
  process.exitCode = await runWithDatabase(String(command[0]), command.slice(1).map(String))
} catch (error) {
  explain(error)
  process.exitCode = 1
}

/** @param {string} program @param {string[]} args */
async function runWithDatabase(program, args) {
  loadEnvFile()
  await install()
  const database = isTemporary ? await temporaryDatabase() : await openDatabase()
  try {
    // Prisma's own commands are there to change the migrations: they bring the database to them.
    if (program !== 'prisma') await migrate(database.url)
    await generateClient()
    const env = { DATABASE_URL: database.url, NEXTAUTH_SECRET: secret() }
    return (await run(program, args, { env, show: true, interactive: true })).code
  } finally {
    await database.leave()
  }
}
