// Brings the database to this release and ends: what runs once before several servers start.
import { checkDatabase } from './checks.mjs'
import { openDatabase } from './database.mjs'
import { loadEnvFile } from './environment.mjs'
import { migrate } from './migrate.mjs'
import { explain } from './progress.mjs'

try {
  loadEnvFile()
  const database = await openDatabase()
  try {
    console.log(`checks: ${await checkDatabase(database.url)}`)
    console.log(`migrations: ${await migrate(database.url)}`)
  } finally {
    await database.leave()
  }
} catch (error) {
  explain(error)
  process.exitCode = 1
}
