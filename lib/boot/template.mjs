import { rmSync } from 'node:fs'
import { halted, openEmbedded, temporaryDatabase, temporaryHome } from './database.mjs'
import { migrate } from './migrate.mjs'
import { account } from './postgres-home.mjs'

/* To make a server and bring it to the schema takes seconds, and tests want dozens of servers. */

/** Where the processes of a test run find it. */
const SAID = 'RIDGELINE_TEMPLATE'

/**
 * A server with the schema of this checkout, stopped, for copies.
 * @returns {Promise<{ folder: string, env: Record<string, string>, remove: () => void }>}
 *   env tells the processes of a test run of it
 */
export async function makeTemplate() {
  const who = account()
  const folder = await temporaryHome(who)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const { url, leave } = await openEmbedded(folder, who)
  try {
    await migrate(url)
  } catch (error) {
    await leave()
    remove()
    throw error
  }
  // Not by `leave`: we stay written down as its user, so that nobody takes it for left behind.
  await halted(folder)
  return { folder, env: { [SAID]: folder }, remove }
}

/**
 * A new server with the schema and nothing else, removed by `leave`: a copy of the run's template if there is one.
 * @returns {Promise<import('./database.mjs').Database>}
 */
export async function migratedDatabase(template = process.env[SAID]) {
  const database = await temporaryDatabase(template)
  if (!template) await migrate(database.url)
  return database
}
