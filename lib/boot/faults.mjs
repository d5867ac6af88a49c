// npm run test:faults [-- --full | --share 0.05] [--only R1,S4]: the tests of faults and attacks alone,
// as often as a release asks for (or a share of that), and a table of what was run.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { temporaryDatabase } from './database.mjs'
import { rowsOf, tableOf } from './fault-table.mjs'
import { faultTests, inOrder, patternOf, sizedUnits } from './fault-titles.mjs'
import { install } from './install.mjs'
import { freePort } from './postmaster.mjs'
import { explain, Trouble } from './progress.mjs'
import { DATA, ROOT } from './root.mjs'
import { run } from './run.mjs'
import { startServer } from './server-process.mjs'
import { makeTemplate } from './template.mjs'
import { readIfThere } from './once.mjs'
import { environment } from './suite.mjs'

const REPORTS = path.join(DATA, 'reports')
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
  return { size: isFull ? 'full' : values.share ? String(share) : 'ci', ids: ids ?? null }
}

/**
 * The tests that are asked for.
 * @param {readonly string[] | null} ids
 * @param {ReturnType<typeof faultTests>} [tests]
 */
export function chosen(ids, tests = faultTests()) {
  const known = inOrder(tests.flatMap((each) => each.ids))
  const unknown = ids?.filter((id) => !known.includes(id)) ?? []
  if (unknown.length > 0) {
    throw new Trouble(
      `No test shows ${unknown.join(' or ')}, so nothing was run. There are tests of ${known.join(', ')}.`,
    )
  }
  return ids ? tests.filter((each) => each.ids.some((id) => ids.includes(id))) : tests
}

/** @param {ReturnType<typeof asked>} options @returns {Promise<boolean>} whether all passed */
async function runFaults({ size, ids }) {
  const files = [...new Set(chosen(ids).map(({ file }) => file))]
  const units = files.filter((file) => file.includes('.test.'))
  const specs = files.filter((file) => file.includes('.spec.'))
  const pattern = patternOf(ids)
  rmSync(REPORTS, { recursive: true, force: true })
  await install({ development: true })
  // What asks no site needs none.
  const browser = specs.length > 0 ? await findBrowser() : ''
  if (specs.length > 0) await buildIfStale()
  const template = await makeTemplate()
  const database = await temporaryDatabase(template.folder)
  const unit = path.join(REPORTS, 'fault-units.json')
  const e2e = path.join(REPORTS, 'faults.json')
  let endedWell = true
  try {
    const env = {
      ...environment(database.url),
      ...template.env,
      ...(size !== 'ci' && { RIDGELINE_FAULTS: size }),
    }
    const slow = size === 'ci' ? [] : ['--testTimeout=0', '--hookTimeout=0']
    if (units.length > 0) {
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${unit}`]
      const args = ['run', ...reporters, '-t', pattern, ...slow, ...units]
      endedWell = (await run('vitest', args, { show: true, env })).code === 0
    }
    // The rest of what has two sizes, where nothing was picked out.
    const others = ids ? [] : sizedUnits()
    if (others.length > 0) {
      const { code } = await run('vitest', ['run', ...slow, ...others], { show: true, env })
      if (code !== 0) throw new Trouble('A test that has two sizes has failed: see above.')
    }
    if (specs.length > 0) {
      const code = await runSpecs(env, browser, e2e, ['--grep', pattern, ...specs])
      endedWell &&= code === 0
    }
  } finally {
    await database.leave()
    template.remove()
  }
  const rows = [unit, e2e].flatMap((file) => rowsOf(readIfThere(file)))
  const table = tableOf(rows, { size, on: new Date() })
  mkdirSync(REPORTS, { recursive: true })
  writeFileSync(TABLE, table)
  console.log(`\n${table}\nWritten to ${path.relative(ROOT, TABLE)}.`)
  const ran = rows.filter(({ outcome }) => outcome !== 'skipped')
  const silent = ids?.filter((id) => !ran.some((row) => row.ids.split(' ').includes(id))) ?? []
  if (ran.length === 0 || silent.length > 0) {
    throw new Trouble(
      `No test of ${silent.join(' or ') || 'any kind'} has run, which is a failure.`,
    )
  }
  const areGood = rows.every(({ isGood }) => isGood)
  if (!endedWell && areGood) {
    throw new Trouble('The tests that ran have passed, but they did not end well: see above.')
  }
  return endedWell && areGood
}

/** @param {Record<string, any>} env @param {string} browser @param {string} report @param {string[]} which */
async function runSpecs(env, browser, report, which) {
  const own = new URL(env['DATABASE_URL'])
  own.pathname = '/faults'
  const place = { PORT: String(await freePort()), HOST: '127.0.0.1' }
  const site = { ...env, ...place, DATABASE_URL: own.href }
  const server = await startServer(site)
  try {
    const projects = ['--project=faults', '--project=desktop', '--pass-with-no-tests']
    const args = ['test', '--config=e2e/playwright.config.ts', '--retries=0', ...projects, ...which]
    const { code } = await run('playwright', args, {
      show: true,
      env: {
        ...site,
        BASE_URL: server.url,
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    })
    return code
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
