// npm run test:faults [-- --full | --share 0.05] [--only R1,S4]: the tests of faults and attacks alone,
// as often as a release asks for (or a share of that), and a table of what was run.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { temporaryDatabase } from './database.mjs'
import { rowsOf, tableOf } from './fault-table.mjs'
import { install } from './install.mjs'
import { migrate } from './migrate.mjs'
import { freePort } from './postmaster.mjs'
import { explain, Trouble } from './progress.mjs'
import { DATA, ROOT } from './root.mjs'
import { run } from './run.mjs'
import { startServer } from './server-process.mjs'
import { readIfThere } from './once.mjs'
import { environment } from './suite.mjs'

const REPORTS = path.join(DATA, 'reports')
/** Tests of this, with titles as samples. */
const OWN = 'lib/boot/faults.test.ts'
const TABLE = path.join(REPORTS, 'faults.md')

/** Reads the command line. @param {string[]} args */
export function asked(args) {
  const { values } = parseArgs({
    args,
    options: {
      full: { type: 'boolean' },
      share: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const share = Number(values.share ?? 1)
  if (!(share > 0 && share <= 1)) throw new Trouble('--share is a number above 0, at most 1.')
  const isFull = values.full || values.share === '1'
  const ids = values.only?.split(',').map((id) => id.trim().toUpperCase())
  if (ids?.some((id) => !/^[RS]\d+$/.test(id))) {
    throw new Trouble('--only is a list of ids, like R1,S4: see the table of OPERATING.md.')
  }
  return {
    size: isFull ? 'full' : values.share ? String(share) : 'ci',
    // Playwright and Vitest both take a pattern of the title.
    filter: ids ? [`\\b(${ids.join('|')})\\b`] : [],
  }
}

/** How a title begins that names what it shows. */
const TITLED = /['"`][RS]\d{1,2}( and [RS]\d{1,2})*: /

/**
 * Files of unit tests that ask how often to repeat, or whose titles begin with an id: nobody keeps a
 * list of them.
 * @param {string} [root]
 */
export function faultUnits(root = ROOT) {
  return ['app', 'lib'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .filter((file) => {
        const text = readFileSync(path.join(root, file), 'utf8')
        return file !== OWN && (text.includes('faultSize(') || TITLED.test(text))
      }),
  )
}

/** @param {ReturnType<typeof asked>} options @returns {Promise<boolean>} whether all passed */
async function runFaults({ size, filter }) {
  rmSync(REPORTS, { recursive: true, force: true })
  await install({ development: true })
  await buildIfStale()
  const browser = await findBrowser()
  const database = await temporaryDatabase()
  const unit = path.join(REPORTS, 'fault-units.json')
  const e2e = path.join(REPORTS, 'faults.json')
  try {
    await migrate(database.url)
    const env = { ...environment(database.url), ...(size !== 'ci' && { RIDGELINE_FAULTS: size }) }
    const files = faultUnits()
    if (files.length > 0) {
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`]
      const only = filter.flatMap((pattern) => ['-t', pattern])
      const slow = size === 'ci' ? [] : ['--testTimeout=0', '--hookTimeout=0']
      const args = ['run', ...reporters, ...only, ...slow, '--passWithNoTests', ...files]
      await run('vitest', args, { show: true, env })
    }
    await runSpecs(env, browser, e2e, filter)
  } finally {
    await database.leave()
  }
  const rows = [unit, e2e].flatMap((file) => rowsOf(readIfThere(file)))
  const table = tableOf(rows, { size, on: new Date() })
  mkdirSync(REPORTS, { recursive: true })
  writeFileSync(TABLE, table)
  console.log(`\n${table}\nWritten to ${path.relative(ROOT, TABLE)}.`)
  return rows.length > 0 && rows.every(({ isGood }) => isGood)
}

/** @param {Record<string, any>} env @param {string} browser @param {string} report @param {string[]} filter */
async function runSpecs(env, browser, report, filter) {
  const own = new URL(env['DATABASE_URL'])
  own.pathname = '/faults'
  const place = { PORT: String(await freePort()), HOST: '127.0.0.1' }
  const site = { ...env, ...place, DATABASE_URL: own.href }
  const server = await startServer(site)
  try {
    const only = filter.flatMap((pattern) => ['--grep', pattern, '--pass-with-no-tests'])
    const args = ['test', '--config=e2e/playwright.config.ts', '--project=faults', ...only]
    await run('playwright', args, {
      show: true,
      env: {
        ...site,
        BASE_URL: server.url,
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    })
  } finally {
    await server.stop()
  }
}

if (process.argv[1] === import.meta.filename) {
  Object.assign(process.env, { NODE_ENV: 'test' })
  try {
    process.exitCode = (await runFaults(asked(process.argv.slice(2)))) ? 0 : 1
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
}
