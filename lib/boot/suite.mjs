import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { findBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { temporaryDatabase } from './database.mjs'
import { generateClient, install } from './install.mjs'
import { makeLedger } from './ledger.mjs'
import { freePort } from './postmaster.mjs'
import { DATA, ROOT } from './root.mjs'
import { run } from './run.mjs'
import { startServer } from './server-process.mjs'
import { makeTemplate } from './template.mjs'

const REPORTS = path.join(DATA, 'reports')

/**
 * Runs the checks one after the other. One that fails does not keep the next from running, unless
 * that needs what it makes.
 * @param {boolean} isQuick without what needs the built site
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function openSuite(isQuick) {
  const ledger = makeLedger()
  rmSync(REPORTS, { recursive: true, force: true })
  if (!(await ledger.check('install', () => install({ development: true })))) return ledger.sum()
  await ledger.check('client', () => generateClient())
  await runStatic(ledger)
  await withDatabase(ledger, async (url, template) => {
    await runUnits(ledger, url)
    await ledger.check('content', () => ledger.command('npm', ['run', '--silent', 'check:content']))
    if (isQuick) return
    if (await ledger.check('build', buildIfStale)) await runJourneys(ledger, url, template)
  })
  return ledger.sum()
}

/** @param {ReturnType<typeof makeLedger>} ledger */
async function runStatic(ledger) {
  await ledger.check('format', () =>
    ledger.command('prettier', ['--check', '--log-level=warn', '.']),
  )
  await ledger.check('lint', () => ledger.command('oxlint', ['--quiet']))
  // The types of routes (PageProps and the like) are Next's to write, before a build too.
  await ledger.check('types', async () => {
    await ledger.command('next', ['typegen'])
    return ledger.command('tsc', ['--noEmit'])
  })
}

/** @param {ReturnType<typeof makeLedger>} ledger @param {string} url */
async function runUnits(ledger, url) {
  const report = path.join(REPORTS, 'unit.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  await ledger.tests('unit tests', report, () =>
    run('vitest', ['run', ...reporters], { show: true, env: environment(url) }),
  )
}

/**
 * The journeys run against the site as `npm start` serves it, on a database of their own.
 * @param {ReturnType<typeof makeLedger>} ledger
 * @param {string} url
 * @param {Record<string, string>} template
 */
async function runJourneys(ledger, url, template) {
  const report = path.join(REPORTS, 'e2e.json')
  const browser = await ledger.check('browser', () => findBrowser())
  if (!browser) return
  const own = new URL(url)
  own.pathname = '/journeys'
  const env = { ...environment(own.href), PORT: String(await freePort()), HOST: '127.0.0.1' }
  const server = await ledger.check('server', () => startServer(env))
  if (!server) return
  try {
    await ledger.tests('journeys', report, () =>
      run('playwright', ['test', '--config=e2e/playwright.config.ts'], {
        show: true,
        env: {
          ...env,
          ...template,
          BASE_URL: server.made.url,
          CHROMIUM_PATH: browser.made,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        },
      }),
    )
  } finally {
    await ledger.check('stop', () => server.made.stop())
  }
}

/**
 * @param {ReturnType<typeof makeLedger>} ledger
 * @param {(url: string, template: Record<string, string>) => Promise<void>} work
 */
async function withDatabase(ledger, work) {
  const template = await ledger.check('migrations', () => makeTemplate())
  if (!template) return
  const { folder, env, remove } = template.made
  try {
    const opened = await ledger.check('database', () => temporaryDatabase(folder))
    if (!opened) return
    const database = opened.made
    const leave = () =>
      void database.leave().then(() => {
        remove()
        process.exit(130)
      })
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, leave)
    try {
      await work(database.url, env)
    } finally {
      await database.leave()
    }
  } finally {
    remove()
  }
}

/** What a suite is run with, whatever the shell says. @param {string} url */
export function environment(url) {
  return {
    DATABASE_URL: url,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: undefined,
    TRUST_PROXY: undefined,
    FORCE_COLOR: process.env['FORCE_COLOR'] ?? (process.stdout.isTTY ? '1' : '0'),
    RIDGELINE_ROOT: ROOT,
  }
}
