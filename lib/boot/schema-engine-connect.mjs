import { writeSync } from 'node:fs'
import { createDatabase, withClient } from './connection.mjs'

/** PostgreSQL's and the system's codes as Prisma's: no such database, wrong password, nobody there. */
const PRISMA_CODES = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  ECONNREFUSED: 'P1001',
  ECONNRESET: 'P1001',
  ETIMEDOUT: 'P1001',
  ENOTFOUND: 'P1001',
}

/**
 * `schema-engine cli can-connect-to-database | create-database`.
 * @param {string | undefined} command
 * @param {string} url
 * @returns {Promise<0 | 1>} the exit code
 */
export async function connectCommand(command, url) {
  try {
    if (command === 'can-connect-to-database')
      await withClient(url, (client) => client.query('select 1'))
    else if (command === 'create-database') await createDatabase(url)
    else throw new Error(`The command ${command} is not known to this schema engine.`)
    return 0
  } catch (error) {
    const { code, message } = /** @type {Error & { code?: keyof typeof PRISMA_CODES }} */ (error)
    // Prisma drops the first line of what it reads here and looks for the error in the rest.
    log('INFO', 'Starting schema engine CLI')
    log('ERROR', message || String(code ?? error), code && PRISMA_CODES[code])
    return 1
  }
}

/** In the native engine's form. @param {string} level @param {string} message @param {string} [code] */
function log(level, message, code) {
  const fields = { message, error_code: code }
  const entry = {
    timestamp: new Date().toISOString(),
    level,
    target: 'schema_engine::logger',
    fields,
  }
  writeSync(2, `${JSON.stringify(entry)}\n`)
}
