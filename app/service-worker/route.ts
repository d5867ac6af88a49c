import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { workerScript } from '#app/_outbox/worker.ts'
import { read } from '#lib/action.ts'
import { env } from '#lib/env.ts'

const BUILT = path.join(process.cwd(), '.next')

/** For each request: the kill switch is a variable of the running server (SERVICE_WORKER=off). */
export const dynamic = 'force-dynamic'

/** The service worker. Its text changes with each build, which is how a browser finds out. */
export const GET = read({ name: 'service-worker', who: 'nobody', pace: 'free' }, async () => {
  const isOff = env().SERVICE_WORKER === 'off'
  return new Response(workerScript({ ...ofBuild(), ...(isOff && { assets: [] }), isOff }), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
})

let known: { build: string; assets: string[] } | undefined

function ofBuild() {
  return (known ??= {
    build: buildName(),
    assets: readdirSync(path.join(BUILT, 'static'), { recursive: true, encoding: 'utf8' })
      .map((name) => `/_next/static/${name.split(path.sep).join('/')}`)
      .filter((name) => /\.(js|css|woff2)$/.test(name))
      .toSorted(),
  })
}

/** Next's id of the code, and the stamp of all sources (lib/boot/build.mjs): a change of a question is a build too. */
function buildName(): string {
  const stamp = path.join(BUILT, 'ridgeline-stamp')
  const id = readFileSync(path.join(BUILT, 'BUILD_ID'), 'utf8').trim()
  return existsSync(stamp) ? `${id}-${readFileSync(stamp, 'utf8').slice(0, 12)}` : id
}
