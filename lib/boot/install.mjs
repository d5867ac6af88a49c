import { existsSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { Trouble } from './progress.mjs'
import { DATA, ROOT } from './root.mjs'
import { run } from './run.mjs'
import { hashOf, isStamped, writeStamp } from './stamp.mjs'

const INSTALLED = path.join(ROOT, 'node_modules', '.ridgeline')
const GENERATED = path.join(ROOT, 'lib', 'db', 'generated', '.ridgeline')

/** All packages, also where NODE_ENV=production would make npm leave the tools of tests out. */
export const NPM_CI = ['ci', '--no-audit', '--no-fund', '--include=dev']
/** Of the tools that only tests need: whether those were installed, npm does not write down. */
const TOOL = path.join(ROOT, 'node_modules', 'vitest')

/**
 * Installs the packages of package-lock.json unless they are there: always all of them, whatever
 * NODE_ENV says, so that `npm test` runs after `npm start` and the other way round.
 * @param {{ development?: boolean }} [options] whether the tools that tests need must be there; a site
 *   that somebody installed without them is left as it is otherwise
 * @returns {Promise<string>} what was done, for people to read
 */
export function install({ development = false } = {}) {
  return withLock(path.join(DATA, 'install.lock'), async () => {
    const isComplete = !development || existsSync(TOOL)
    if (isComplete && isStamped(INSTALLED, installStamp())) return 'in place'
    // npm names itself to the scripts that it runs; without that, the one on the PATH is taken.
    const npm = process.env['npm_execpath']
    const { code, output } = npm
      ? await run(process.execPath, [npm, ...NPM_CI])
      : await run('npm', NPM_CI)
    if (code !== 0) throw new Trouble(`npm ci failed.\n${output.trim()}`)
    return 'installed'
  })
}

/** What npm runs after an installation of any kind: the database's client, and the mark of what is there. */
export async function finishInstallation() {
  await generateClient()
  writeStamp(INSTALLED, installStamp())
}

/** Makes lib/db/generated out of the schema unless it is of this schema. */
export async function generateClient() {
  const stamp = hashOf(['prisma/schema.prisma', 'package-lock.json'])
  if (isStamped(GENERATED, stamp)) return
  const { code, output } = await run('prisma', ['generate'])
  if (code !== 0)
    throw new Trouble(`The database's client could not be generated.\n${output.trim()}`)
  writeStamp(GENERATED, stamp)
}

/** Packages hold programs for one system and one Node: another of either installs anew. */
function installStamp() {
  const node = process.versions.modules
  return `${hashOf(['package-lock.json'])} ${process.platform}-${process.arch} node-abi-${node}`
}
