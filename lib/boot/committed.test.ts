import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// S7 and S8: what is committed. The audit of known holes asks a registry and is not part of it: OPERATING.md.

type Locked = {
  version?: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
}
type Manifest = {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  lockfileVersion: number
  packages: Record<string, Locked>
}
const packages = Object.entries(lock.packages).filter(([place]) => place !== '')
const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  {
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((file) => file !== '' && !/\.(png|woff2|ico)$/.test(file))

/** One sentence for each package that is not held to one content. */
function looseIn(all: [string, Locked][]): string[] {
  return all.flatMap(([place, { version = '', resolved, integrity = '' }]) => [
    ...(/^\d+\.\d+\.\d+/.test(version) ? [] : [`${place} has no version`]),
    ...(integrity.startsWith('sha512-') ? [] : [`${place} has no sha512`]),
    // From a registry, which the lock file does not name; never from a repository, a folder or a page.
    ...(resolved === undefined ? [] : [`${place} comes from ${resolved}`]),
  ])
}

/** Packages that run something when installed, by the name that `allowScripts` has for them. */
function scripted(all: [string, Locked][]): string[] {
  return all
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length))
}

describe('S7: packages', () => {
  test('every one that we ask for is one version, and the lock file says which bytes', () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies }
    const ranges = Object.entries(asked).filter(
      ([, version]) => !/^\d+\.\d+\.\d+[-\w.]*$/.test(version),
    )
    expect(ranges).toEqual([])
    expect(lock.lockfileVersion).toBeGreaterThanOrEqual(3)
    expect(packages.length).toBeGreaterThan(300)
    expect(looseIn(packages)).toEqual([])
  })

  test('what runs at installation is on a list, and nothing stands on it that is not there', () => {
    expect(scripted(packages).toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted())
  })

  test('the control: a package of a repository, without a hash, with a script is seen', () => {
    const bad: [string, Locked][] = [
      [
        'node_modules/a/node_modules/@b/c',
        { version: '1.0.0', resolved: 'git+ssh://x', hasInstallScript: true },
      ],
    ]
    expect(looseIn(bad)).toHaveLength(2)
    expect(scripted(bad)).toEqual(['@b/c'])
  })
})

/** What a secret looks like; each with one that is none, in two halves, so that it is not found here. */
const SECRETS: [string, RegExp, string][] = [
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/, `-----BEGIN RSA PRIVATE${' KEY-----'}`],
  ['AWS', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/, `AKIA${'IOSFODNN7EXAMPLE'}`],
  ['GitHub', /\b(gh[pousr]_|github_pat_)\w{30,}/, `ghp_${'a1'.repeat(20)}`],
  ['Slack', /\bxox[abprs]-[\w-]{10,}/, `xoxb-${'1234567890-abc'}`],
  ['Google', /\bAIza[\w-]{35}\b/, `AIza${'Sy'.repeat(17)}x`],
  ['a model service', /\bsk-[\w-]{20,}/, `sk-${'ab12'.repeat(8)}`],
  ['npm', /\bnpm_[A-Za-z0-9]{36}\b/, `npm_${'aB3d'.repeat(9)}`],
  ['JWT', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./, `eyJ${'hbGciOiJIUzI1'}.eyJ${'zdWIiOiIxMjM0'}.x`],
  // Words for what to put there are no password.
  [
    'in an address',
    /\b[a-z]+:\/\/[^\s:/@'"`]+:(?!password@|\$|secret@|x@|p@)[^\s:/@'"`$<{]{6,}@/,
    `postgresql://u:${'Tr0ub4dor'}@h/d`,
  ],
  [
    'given a name',
    /\b(?:secret|password|passwd|token|api_?key)["']?\s*[:=]\s*["'](?=[^"']*\d)(?=[^"']*[A-Z])[\w+/=-]{24,}["']/i,
    `secret: '${'aB3d'.repeat(8)}'`,
  ],
]

describe('S8: secrets and code', () => {
  test('no committed file holds a secret', () => {
    const found = files.flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return SECRETS.filter(([, pattern]) => pattern.test(text)).map(([name]) => `${file}: ${name}`)
    })
    expect(files.length).toBeGreaterThan(300)
    expect(found).toEqual([])
  })

  test.each(SECRETS)('the control: %s is seen', (_name, pattern, sample) => {
    expect(pattern.test(`before ${sample} after`)).toBe(true)
  })

  test('no file that machines keep to themselves is committed', () => {
    expect(
      files.filter((file) =>
        /(^|\/)\.env(\.(?!example)|$)|^\.data\/|\.pem$|\.key$|id_rsa/.test(file),
      ),
    ).toEqual([])
  })

  /** What must not be written, and where it may be after all, with the reason. */
  const RULES: [string, RegExp, Record<string, string>, within?: string][] = [
    [
      'HTML as a string',
      /dangerouslySetInnerHTML/,
      {
        'app/_mdx/markup.tsx': 'what our build has made of maths and code',
        'app/_ui/late.tsx': 'always empty: React then leaves what the server drew as it is',
      },
    ],
    ['code from a string', /\beval\(|\bnew Function\(/, {}],
    [
      'SQL from a string',
      /\$(?:queryRaw|executeRaw)Unsafe/,
      {
        'lib/db/import.ts': 'names out of a table of its own',
        'lib/db/merge.ts': 'the name of one of two tables',
      },
    ],
    ['a server action', /^\s*['"]use server['"]/m, {}],
    // The tools of authors in lib/content run some; nothing that answers a request does.
    ['a child process', /node:child_process/, {}, 'app'],
    ['a check turned off', /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/, {}],
  ]
  const sources = files.filter(
    (file) =>
      /^(app|lib)\/.*\.(tsx?|mjs)$/.test(file) &&
      !/\.(test|bench)\.|^lib\/boot\/|^app\/api\/_faults\//.test(file),
  )

  test.each(RULES)('%s stands nowhere but where it may', (_name, pattern, allowed, within = '') => {
    const found = sources.filter(
      (file) => file.startsWith(within) && pattern.test(readFileSync(file, 'utf8')),
    )
    expect(found).toEqual(Object.keys(allowed))
  })

  test('every route is made by the wrapper', () => {
    const routes = sources.filter((file) => /^app\/api\/.*\/route\.ts$/.test(file))
    expect(routes.length).toBeGreaterThan(30)
    const own = routes.filter((file) => {
      const text = readFileSync(file, 'utf8')
      const methods =
        text.match(/^export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/gm) ?? []
      const wrapped =
        text.match(/^export const (?:GET|POST|PUT|PATCH|DELETE) = (?:read|write)\b/gm) ?? []
      return methods.length === 0 || methods.length !== wrapped.length
    })
    // next-auth is a handler of its own, inside the same guard.
    expect(own).toEqual(['app/api/auth/[...nextauth]/route.ts'])
  })
})
