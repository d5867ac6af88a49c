import path from 'node:path'
import { withLock } from './lock.mjs'
import { Trouble } from './progress.mjs'
import { DATA, ROOT } from './root.mjs'
import { run } from './run.mjs'
import { hashOf, isStamped, writeStamp } from './stamp.mjs'
import { compressStatic } from './static.mjs'

const STAMP = path.join(ROOT, '.next', 'ridgeline-stamp')
/** Everything that a build reads. */
const SOURCES = ['app', 'content', 'lib', 'prisma', 'public', 'next.config.js', 'package.json']
/**
 * Two processes, one after the other: what the compiler has taken, over a gigabyte, it gives back by ending,
 * before the pages are drawn by as many processes as there are cores.
 */
const STEPS = ['compile', 'generate']
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
      const stamp = sourceStamp()
      if (isStamped(STAMP, stamp)) return 'in place'
      for (const mode of STEPS) {
        const args = ['build', '--experimental-build-mode', mode]
        const { code, output } = await run('next', args, { env: { NODE_ENV: 'production' } })
        if (code !== 0) throw new Trouble(`The site could not be built.\n${output.trim()}`)
      }
      await compressStatic()
      // Of the sources as they were when it began: what was edited meanwhile is built the next time.
      writeStamp(STAMP, stamp)
      return 'built'
    },
    30 * 60_000,
  )
}

/** @param {string} [root] */
export function sourceStamp(root = ROOT) {
  const settings = Object.entries(process.env).filter(([name]) => READ.test(name))
  const files = hashOf([...SOURCES, ...SETTINGS], isNotBuilt, root)
  return `${files} ${process.versions.modules} ${JSON.stringify(settings.toSorted())}`
}

/** Tests and what only runs outside the site. @param {string} file path from the root */
function isNotBuilt(file) {
  return (
    /\.(test|bench)\.tsx?$/.test(file) ||
    ['lib/boot', 'lib/db/generated', 'lib/solver/vectors', 'content/words.txt'].includes(file)
  )
}
