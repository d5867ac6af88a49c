import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { Trouble } from './progress.mjs'
import { run } from './run.mjs'

/** Names under which systems install what Playwright's Chromium tests run on, the likeliest first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * What a headless browser is started with here: no sandbox for root alone (it cannot have one), and
 * nothing that asks anybody outside.
 */
export const BROWSER_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/**
 * Finds a Chromium, or gets one: `CHROMIUM_PATH`, Playwright's own, the system's; else Debian's
 * package as root, else Playwright's download.
 * @returns {Promise<string>} its path
 */
export async function findBrowser(env = process.env) {
  const given = env['CHROMIUM_PATH']
  if (given) {
    if (isProgram(given)) return given
    throw new Trouble(`CHROMIUM_PATH is ${given}, which is not a program.`)
  }
  return (await installed(env)) ?? (await getOne(env))
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<string | null>} */
async function installed(env) {
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return existsSync(own) ? own : (inSystem(env) ?? null)
}

/** @param {NodeJS.ProcessEnv} env */
async function getOne(env) {
  let said = ''
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
    const update = await run('apt-get', ['update'], quiet)
    const add = await run(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium'],
      quiet,
    )
    said += update.output + add.output
  }
  if (!inSystem(env)) said += (await run('playwright', ['install', 'chromium'])).output
  const found = await installed(env)
  if (found) return found
  const end = said.trim().split('\n').slice(-12).join('\n')
  throw new Trouble(`No browser was found or could be got; set CHROMIUM_PATH.\n${end}`)
}

/** @param {NodeJS.ProcessEnv} env */
function inSystem(env) {
  const folders = (env['PATH'] ?? '').split(path.delimiter)
  const candidates = [...NAMES.flatMap((name) => folders.map((at) => path.join(at, name))), MAC]
  return candidates.find((file) => isProgram(file) && !isSnapStub(file))
}

/** Ubuntu's package `chromium-browser` may be a script that asks for a snap. @param {string} file */
function isSnapStub(file) {
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return false
  } catch {
    return true
  }
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
