import { execFile, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { temporaryDatabase } from '#lib/boot/database.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { ROOT } from '#lib/boot/root.mjs'

// What `docker compose up --build` does, step by step as the two files say, without a container engine: an
// empty folder, what each COPY brings, each RUN, the one-shot migration, then the site as somebody who is
// not root. Packages and build are this checkout's own, put where `npm ci` would put them, and the build
// step has to find that nothing is missing of what it was made from; with IMAGE=whole both are made anew.

type Options = { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }

const isWhole = process.env['IMAGE'] === 'whole'
const isRoot = process.getuid?.() === 0
/** Nobody in particular; on Debian and its like that is his number. */
const NOBODY = 65_534
const ours = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

test('the image, step by step in an empty folder, serves as somebody who is not root', async () => {
  test.setTimeout(isWhole ? 1_800_000 : 600_000)
  const place = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-image-'))
  const site = path.join(place, 'site')
  mkdirSync(site)
  const database = await temporaryDatabase()
  try {
    const [build, last] = ours('Dockerfile')
      .replaceAll(/\\\n/g, ' ')
      .split(/^FROM .*$/m)
      .slice(1)
    for (const [, what = '', args = ''] of build!.matchAll(/^(COPY|RUN|WORKDIR|ARG|ENV) (.*)$/gm)) {
      if (what === 'COPY') copy(args.split(' '), site)
      if (what === 'RUN') await follow(JSON.parse(args) as string[], site)
    }
    // Nothing of this machine, and no tool of tests, came along.
    for (const left of [
      '.git',
      '.env',
      '.data/secret',
      'node_modules/vitest',
      'node_modules/oxlint',
    ])
      expect(existsSync(path.join(site, left)), left).toBe(false)

    expect(last).toMatch(/^COPY --from=build --chown=node:node \/site \/site$/m)
    expect(last).toMatch(/^USER node$/m)
    if (isRoot)
      await promisify(execFile)('find', [
        place,
        '-type',
        'd',
        '-exec',
        'chown',
        `${NOBODY}`,
        '{}',
        '+',
      ])
    const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
    const env = {
      ...settingsOf(last!),
      PATH: process.env['PATH'],
      HOME: place,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    }
    const options: Options = { cwd: site, env: env as unknown as NodeJS.ProcessEnv, ...user }
    const { services } = parse(ours('docker-compose.yml'), { merge: true })
    const [program, ...args] = services.migrate.command as [string, ...string[]]
    const { stdout } = await promisify(execFile)(program, args, options)
    expect(stdout).toMatch(/migrations: \d+ applied/)

    const [command, check] = [/^CMD (.*)$/m, /^HEALTHCHECK .*CMD (.*)$/m].map(
      (line) => JSON.parse(line.exec(last!)![1]!) as [string, ...string[]],
    )
    const server = spawn(command![0], command!.slice(1), options)
    let said = ''
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk: Buffer) => void (said += chunk))
    const ended = new Promise<number | null>((resolve) => server.once('close', resolve))
    try {
      const health = async () => {
        if (server.exitCode !== null) throw new Error(`It ended with ${server.exitCode}.\n${said}`)
        const asked = promisify(execFile)(check![0], check!.slice(1), options)
        return asked.then(
          ({ stdout: told }) => told,
          ({ stdout: told }) => told as string,
        )
      }
      await expect.poll(health, { timeout: 90_000 }).toBe('200 {"status":"ready"}\n')
      const page = await fetch(`http://127.0.0.1:${env.PORT}/questions/l1-vs-l2-regularization`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('L1 vs L2 regularization')
      if (isRoot) expect(ownerOf(server.pid!)).toBe(NOBODY)
    } finally {
      server.kill('SIGTERM')
    }
    expect(await ended, said).toBe(0)
  } finally {
    await database.leave()
    rmSync(place, { recursive: true, force: true })
  }
})

/** From the checkout as .dockerignore lets it through, whole folders into folders of their name. */
function copy(parts: string[], site: string) {
  const [to, ...from] = parts.toReversed() as [string, ...string[]]
  for (const name of from) {
    const target = name === '.' ? '' : to.endsWith('/') ? path.join(to, name) : to
    for (const file of context().filter(
      (each) => name === '.' || each === name || each.startsWith(`${name}/`),
    )) {
      const inside = name === '.' || file === name ? file : file.slice(name.length + 1)
      const isFile = file === name
      cpSync(path.join(ROOT, file), path.join(site, isFile ? target : path.join(target, inside)))
    }
  }
}

/** What Docker would be sent: files that git knows or would, without those of .dockerignore. */
function context(): string[] {
  const ignored = ours('.dockerignore').split('\n').filter(Boolean)
  const matches = (file: string, pattern: string) => {
    const form = pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')
    return new RegExp(`^${form}(/|$)`).test(file)
  }
  const known = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  return execFileSync('git', known, { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(path.join(ROOT, file)))
    .filter((file) => {
      const rule = ignored.findLast((each) => matches(file, each.replace(/^!/, '')))
      return rule === undefined || rule.startsWith('!')
    })
}

/** One RUN; what takes minutes is taken from this checkout, and then has to be found complete. */
async function follow([program, ...args]: string[], site: string) {
  const run = (name: string, rest: string[]) =>
    promisify(execFile)(name, rest, { cwd: site, env: withoutOurs(), maxBuffer: 1e8 })
  if (!isWhole && program === 'npm' && args[0] === 'ci') {
    const packages = path.join(ROOT, 'node_modules')
    // As links where that can be: the next step takes some away, and leaves the others as they are.
    await run('cp', ['-al', packages, site]).catch(() => run('cp', ['-a', packages, site]))
    for (const file of ['.package-lock.json', '.ridgeline']) {
      rmSync(path.join(site, 'node_modules', file), { force: true })
      const own = path.join(packages, file)
      if (existsSync(own)) cpSync(own, path.join(site, 'node_modules', file))
    }
    // What npm runs at the end.
    return run('node', ['lib/boot/postinstall.mjs'])
  }
  const isBuild = args[0] === 'lib/boot/build-only.mjs'
  if (!isWhole && isBuild) {
    const filter = (file: string) => file !== path.join(ROOT, '.next', 'cache')
    cpSync(path.join(ROOT, '.next'), path.join(site, '.next'), { recursive: true, filter })
  }
  const { stdout } = await run(program!, args)
  if (isBuild) expect(stdout).toContain(isWhole ? 'build: built' : 'build: in place')
}

/** As a shell has it that knows nothing of the tests. */
function withoutOurs(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env
  return { PATH, HOME, LANG, NEXT_TELEMETRY_DISABLED: '1' } as unknown as NodeJS.ProcessEnv
}

/** ENV lines, as they are written there: `NAME=value NAME=value`. */
function settingsOf(stage: string): Record<string, string> {
  const pairs = [...stage.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => line.split(' '))
  return Object.fromEntries(pairs.map((pair) => pair.split('=', 2) as [string, string]))
}

function ownerOf(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1])
}
