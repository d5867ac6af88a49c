import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { install } from './install.mjs'
import { explain, Trouble } from './progress.mjs'
import { DATA, ROOT } from './root.mjs'
import { hashOf } from './stamp.mjs'

/*
 * `node lib/boot/bundled.mjs check-command […]` runs lib/content/check-command.ts as JavaScript made once for these
 * sources. A thousand modules, each asked of a loader for TypeScript, take three seconds of every process.
 */

const ROOM = path.join('lib', 'content')
/** What authors run, and the other process of a check. */
const COMMANDS = ['check-command', 'hand', 'new-question', 'import-command']
const SOURCES = ['content', 'figures', 'quiz', 'search', 'solver'].map((room) => `lib/${room}`)
const A_DAY = 86_400_000

const [name = '', ...args] = process.argv.slice(2)
const file = path.join(await made(), `${name}.mjs`)
process.argv = [process.execPath, file, ...args]
await import(pathToFileURL(file).href)

async function made() {
  if (!existsSync(path.join(ROOT, 'node_modules')))
    process.stderr.write('The packages are installed first: a minute or two.\n')
  try {
    await install()
    return await bundled()
  } catch (error) {
    explain(error)
    return process.exit(1)
  }
}

/** @returns {Promise<string>} the folder that holds them; two below the project, as their sources are */
async function bundled() {
  const folder = path.join(DATA, `commands-${sourceHash()}`)
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  await write(draft)
  try {
    renameSync(draft, folder)
  } catch {
    // Another process was faster.
    rmSync(draft, { recursive: true })
  }
  forgetOlder(folder)
  return folder
}

function sourceHash() {
  const isLeftOut = (/** @type {string} */ file) =>
    /\.(test|bench)\.ts$|^lib\/(content\/broken|solver\/vectors)$/.test(file)
  const entries = [...SOURCES, 'lib/boot/bundled.mjs', 'package-lock.json']
  return hashOf(entries, isLeftOut).slice(0, 16)
}

/** @param {string} folder */
async function write(folder) {
  // A site that serves may have been left without the tools, and is not changed for a look at its content.
  const { build } = await import('esbuild').catch(() => {
    throw new Trouble('This needs the packages for development too: npm ci --include=dev')
  })
  mkdirSync(folder, { recursive: true })
  await build({
    absWorkingDir: ROOT,
    entryPoints: COMMANDS.map((command) => path.join(ROOM, `${command}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['react-server'],
    // They find their dictionaries, and their native code, from where they lie.
    external: ['cspell-lib', 'satteri'],
    // A package may be in the older form of modules, and ask for parts of Node.
    banner: {
      js: `import { createRequire as from$ } from 'node:module'; const require = from$(import.meta.url)`,
    },
    logLevel: 'error',
  })
}

/** One that is still running may read more of its own. @param {string} kept */
function forgetOlder(kept) {
  for (const each of readdirSync(DATA)) {
    const folder = path.join(DATA, each)
    const isOld = () => statSync(folder).mtimeMs < Date.now() - A_DAY
    if (each.startsWith('commands-') && folder !== kept && isOld())
      rmSync(folder, { recursive: true, force: true })
  }
}
