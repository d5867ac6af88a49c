import path from 'node:path'
import { withLock } from './lock.mjs'
import { Trouble } from './progress.mjs'
import { DATA, ROOT } from './root.mjs'
import { run } from './run.mjs'
import { hashOf, isStamped, writeStamp } from './stamp.mjs'

const INSTALLED = path.join(ROOT, 'node_modules', '.ridgeline')
const GENERATED = path.join(ROOT, 'lib', 'db', 'generated', '.ridgeline')

/**
 * Installs the packages of package-lock.json unless they are there.
 * @param {{ development?: boolean }} [options] with the tools that tests need, whatever NODE_ENV says
 * @returns {Promise<string>} what was done, for people to read
 */
export function install({ development = false } = {}) {
  return withLock(path.join(DATA, 'install.lock'), async () => {
    if (isStamped(INSTALLED, installStamp())) return 'in place'
    // npm names itself to the scripts that it runs; without that, the one on the PATH is taken.
    const npm = process.env['npm_execpath']
    const args = ['ci', '--no-audit', '--no-fund', ...(development ? ['--include=dev'] : [])]
    const { code, output } = npm
      ? await run(process.execPath, [npm, ...args])
      : await run('npm', args)
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
