import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { Trouble } from './progress.mjs'
import { retiredAddresses } from './retired.mjs'
import { DATA, ROOT } from './root.mjs'
import { run } from './run.mjs'
import { refuseUnderServers } from './serving.mjs'
import { hashOf, isStamped, writeStamp } from './stamp.mjs'
import { compressStatic } from './static.mjs'

const STAMP = path.join(ROOT, '.next', 'ridgeline-stamp')
const COMPILED = path.join(ROOT, '.next', 'ridgeline-compiled')
const SERVED = path.join(ROOT, '.next', 'server')
/** Everything that the compiler reads: it knows nothing of the bank but what is retired (next.config.js). */
const CODE = ['app', 'lib', 'prisma', 'public', 'next.config.js', 'package.json']
/** Variables that a build reads. */
const READ = /^(NEXT_PUBLIC_.*|SITE_URL|NEXTAUTH_URL)$/
const SETTINGS = ['package-lock.json', 'tsconfig.json', 'proxy.ts', 'instrumentation.ts']

/**
 * Builds unless the last build is of the sources as they are.
 * @returns {Promise<string>} what was done, for people to read
 */
export function buildIfStale() {
  return withLock(
    path.join(DATA, 'build.lock'),
    async () => {
      // Of the sources as they were when it began: what was edited meanwhile is built the next time.
      const [stamp, compiled] = [sourceStamp(), codeStamp()]
      if (isStamped(STAMP, stamp)) return 'in place'
      refuseUnderServers()
      rmSync(STAMP, { force: true })
      // Two processes, one after the other: what the compiler has taken, over a gigabyte, it gives back by
      // ending, before the pages are drawn by as many processes as there are cores.
      const isCompiled = isStamped(COMPILED, compiled)
      if (!isCompiled) {
        rmSync(COMPILED, { force: true })
        await next('compile')
        writeStamp(COMPILED, compiled)
      }
      if (isCompiled) forgetPages()
      await next('generate')
      await compressStatic()
      writeStamp(STAMP, stamp)
      return isCompiled ? 'pages drawn anew' : 'built'
    },
    30 * 60_000,
  )
}

/**
 * No page is left lying: neither one of a question that is no longer there, nor the copy of one that a
 * server has made since, which Next would prefer to the page that is drawn now.
 * @param {string} [served] what servers read
 */
export function forgetPages(served = SERVED) {
  rmSync(path.join(served, 'route-cache'), { recursive: true, force: true })
  const drawn = path.join(served, 'app')
  for (const name of existsSync(drawn) ? readdirSync(drawn, { recursive: true }) : [])
    if (/\.(html|rsc|meta|body|segments)$/.test(String(name)))
      rmSync(path.join(drawn, String(name)), { recursive: true, force: true })
}

/** @param {'compile' | 'generate'} mode */
async function next(mode) {
  const args = ['build', '--experimental-build-mode', mode]
  const { code, output } = await run('next', args, { env: { NODE_ENV: 'production' } })
  if (code !== 0) throw new Trouble(`The site could not be built.\n${output.trim()}`)
}

/** @param {string} [root] */
export function sourceStamp(root = ROOT) {
  return stampOf([...CODE, 'content'], root)
}

/** Of what the compiler reads: questions may change without it. @param {string} [root] */
export function codeStamp(root = ROOT) {
  return `${stampOf(CODE, root)} ${JSON.stringify([...retiredAddresses(root)])}`
}

/** @param {readonly string[]} entries @param {string} root */
function stampOf(entries, root) {
  const settings = Object.entries(process.env).filter(([name]) => READ.test(name))
  const files = hashOf([...entries, ...SETTINGS], isNotBuilt, root)
  return `${files} ${process.versions.modules} ${JSON.stringify(settings.toSorted())}`
}

/** Tests and what only runs outside the site. @param {string} file path from the root */
function isNotBuilt(file) {
  return (
    /\.(test|bench)\.tsx?$/.test(file) ||
    ['lib/boot', 'lib/db/generated', 'lib/solver/vectors', 'content/words.txt'].includes(file)
  )
}
