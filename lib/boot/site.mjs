import { buildIfStale } from './build.mjs'
import { checkDatabase } from './checks.mjs'
import { openDatabase } from './database.mjs'
import { serveForDevelopment } from './dev.mjs'
import { address, loadEnvFile, QUIET_TOOLS, secret } from './environment.mjs'
import { generateClient, install } from './install.mjs'
import { migrate } from './migrate.mjs'
import { choosePort } from './port.mjs'
import { serve } from './serve.mjs'
import { noteServing } from './serving.mjs'

/**
 * Does all the set-up that is still missing, then serves until it is told to stop.
 * @param {ReturnType<typeof import('./progress.mjs').makeProgress>} progress
 * @param {ReturnType<typeof import('./stop.mjs').stopInReverse>} stop
 * @param {'start' | 'dev' | 'built'} mode the sources, as built or by the development server; or the last build
 */
export async function openSite(progress, stop, mode) {
  loadEnvFile()
  const wanted = address()
  const key = secret()
  const port = await choosePort(wanted)
  await progress.step('packages', async (say) => say(await install()))
  const opening = openDatabase()
  // Whoever stops while it opens waits for that: a server half made is worse than a second more.
  stop.add('database', async () => (await opening.catch(() => null))?.leave())
  const database = await progress.step('database', async (say) => {
    say((await opening).found)
    return opening
  })
  await progress.step('checks', async (say) => say(await checkDatabase(database.url)))
  await progress.step('migrations', async (say) => say(await migrate(database.url)))
  await generateClient()
  Object.assign(process.env, environmentOf(database.url, key, wanted.host, port))
  const at = { host: wanted.host, port }
  if (mode === 'start') await progress.step('build', async (say) => say(await buildIfStale()))
  const name = wanted.host.includes(':') ? `[${wanted.host}]` : wanted.host
  const url = `http://${name}:${port}`
  if (mode !== 'dev') {
    const leave = noteServing(url)
    stop.add('note', async () => leave())
  }
  const server =
    mode === 'dev' ? serveForDevelopment(at) : await progress.step('server', () => serve(at))
  stop.add('server', server.stop)
  database.watch((text) => progress.say('database', text))
  progress.say('ready', url)
  void server.ended.then(() => stop.now())
}

/** @param {string} url @param {string} key @param {string} host @param {number} port */
function environmentOf(url, key, host, port) {
  return {
    ...QUIET_TOOLS,
    DATABASE_URL: url,
    NEXTAUTH_SECRET: key,
    HOST: host,
    PORT: String(port),
    // next-auth then takes the site's address from the request.
    ...(!process.env['NEXTAUTH_URL'] && { AUTH_TRUST_HOST: 'true' }),
  }
}
