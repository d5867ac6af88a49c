import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/**
 * Who may import whom. A room is a folder (or a file of its own); the longest name that a file's path
 * begins with counts. What a room allows are rooms, packages with all their entries, or `node:`.
 * `type:x`: types alone. `later:x`: only by `import()`, or in the types of a comment.
 */
const ROOMS: Record<string, string> = {
  'lib/solver': '',
  'lib/figures': 'lib/solver d3-contour d3-array pure-rand',
  'lib/quiz': 'lib/figures lib/solver pure-rand',
  'lib/quiz/kinds': 'lib/figures lib/solver', // goes to the browser: no zod
  'lib/quiz/grade': 'lib/quiz lib/figures lib/solver pure-rand zod server-only',
  'lib/quiz/variants': 'lib/quiz lib/figures lib/solver pure-rand zod server-only',
  'lib/learning': 'ts-fsrs',
  'lib/interview': 'lib/quiz lib/learning pure-rand type:lib/content',
  'lib/search': 'minisearch', // goes to the browser, and works on the server for who has no JavaScript
  'lib/content': `lib/quiz lib/figures lib/search zod yaml js-yaml cspell-lib server-only node: temml shiki
    @shikijs/rehype @mdx-js/mdx satteri remark-gfm remark-math type:unified type:vfile type:mdast type:hast`,
  'lib/db': 'lib/env.ts pg @prisma/adapter-pg @auth/prisma-adapter server-only node:',
  'lib/auth': `lib/db lib/study lib/env.ts lib/log.ts lib/mail.ts lib/background.ts next-auth next/headers next/server @node-rs/argon2 zod
    server-only node:`,
  'lib/mail.ts': 'lib/env.ts nodemailer server-only',
  'lib/background.ts': 'lib/log.ts server-only',
  'lib/study': `lib/content lib/quiz lib/interview lib/learning lib/db zod ulid server-only node:`,
  'lib/env.ts': 'zod server-only',
  'lib/fuzz-seed.ts': 'lib/boot fast-check', // set up for unit tests
  'lib/address.ts': 'lib/env.ts next/headers server-only',
  'lib/body.ts': 'server-only',
  'lib/log.ts': 'pino server-only',
  'lib/metrics.ts': 'lib/db lib/boot/metrics.mjs server-only node:',
  'lib/readiness.ts': 'lib/db server-only node:',
  'lib/answer.ts': 'lib/auth lib/db lib/log.ts server-only node:',
  'lib/origin.ts': 'server-only',
  'lib/params.ts': 'zod server-only',
  'lib/action.ts': `lib/auth lib/env.ts lib/answer.ts lib/body.ts lib/origin.ts lib/params.ts server-only
    zod`,
  'lib/boot':
    'node: later:pg later:pg-copy-streams later:prom-client later:pino later:next later:@playwright/test later:esbuild', // runs before anything is installed
  'lib/boot/schema-engine': 'lib/boot @prisma pg node:',
  'app/_ui': 'react react-dom next',
  'app/_figure': 'app/_ui lib/figures d3-scale d3-shape react next',
  'app/demos': 'app/_figure app/_ui lib/figures lib/solver d3-scale d3-shape react next',
  'app/_outbox': 'app/_ui react next type:lib/study',
  'app/demos/[id]': 'app/demos app/_ui lib/figures lib/content react next', // the routes in it
  'app/_quiz': 'app/_ui app/_figure app/demos lib/figures lib/quiz/kinds react next',
  'app/_question': `app/_ui app/_account app/_outbox app/_quiz app/_figure lib/quiz/kinds type:lib/study type:lib/learning
    type:lib/content react next`,
  'app/_mdx': `app/_ui app/demos app/_question lib/content lib/figures lib/quiz/grade @mdx-js/mdx
    react next`,
  'app/_search': `app/_ui lib/search lib/content lib/interview type:lib/study react react-dom next`,
  // parts about what is due and what is known, for the front page, reviews and progress
  'app/_progress': `app/_ui app/_figure app/_question app/_outbox lib/learning type:lib/study react next`,
  'app/_account': 'app/_ui app/_outbox type:lib/auth react next',
  'app/_write': 'app/_ui react next', // pages for authors
  // Every other folder of app is a route: the shared rooms and lib, never each other.
  app: `app/_progress app/_write app/_ui app/_figure app/demos app/_quiz app/_question app/_mdx app/_account app/_outbox app/_search lib react
    react-dom next next-auth node:`,
  'app/api': 'lib next next-auth node:',
  // what the tests of attack and fault share; the e2e ones take from it what needs no server code
  'app/api/_faults': 'lib next-auth pg zod @node-rs/argon2 node:',
  e2e: 'app/api/_faults lib/boot lib/content/places.ts lib/figures lib/solver @playwright/test @axe-core/playwright pg ulid yaml node:',
  'e2e/gallery': 'lib/boot lib/figures @playwright/test sharp node:',
  prisma: 'lib node:',
}
/** Tests and benchmarks may also import these. Some files only serve them, whatever they are called. */
const TESTS = 'vitest fast-check esbuild ulid yaml dockerfile-utils node: react react-dom lib/boot'
const TEST =
  /\.(test|bench)\.tsx?$|^app\/api\/_faults\/|^lib\/(solver\/(reference|near|bench-anchors)|figures\/figure-tests)\.ts$/
/** What only its own room may import (and tests): the database's client, the solver behind its face. */
const PRIVATE: [RegExp, string][] = [
  [/^lib\/db\/(client\.ts|generated\/)/, 'lib/db'],
  [/^lib\/solver\/(?!index\.ts$)/, 'lib/solver'],
]

type Import = { specifier: string; how: 'now' | 'type' | 'later' }

test('every import is one that the house allows', () => {
  expect(sources().flatMap((file) => complaints(file, readFileSync(file, 'utf8')))).toEqual([])
})

test.each([
  ['lib/solver/fit.ts', `import { z } from 'zod'`],
  ['lib/solver/fit.ts', `import { figures } from '#lib/figures/index.ts'`],
  ['lib/quiz/kinds/single.ts', `import { z } from 'zod'`],
  ['lib/quiz/kinds/single.ts', `export { single } from '#lib/quiz/grade/single.ts'`],
  ['lib/quiz/grade/single.ts', `import { asked } from '../kinds/single.ts'`],
  ['lib/figures/paths.ts', `import { dot } from '#lib/solver/matrix.ts'`],
  ['lib/study/save-draft.ts', `import { db } from '#lib/db/client.ts'`],
  ['lib/study/save-draft.ts', `import type { User } from '#lib/db/generated/client.ts'`],
  ['lib/interview/plan.ts', `import { questions } from '#lib/content/questions.ts'`],
  ['lib/boot/start.mjs', `import pg from 'pg'`],
  ['app/_question/rubric.tsx', `import { submit } from '#lib/study/submit-attempts.ts'`],
  ['app/_question/rubric.tsx', `const late = import(\n  '#lib/study/submit-attempts.ts'\n)`],
  ['app/_ui/button.tsx', `import {\n  type Chip,\n  chip,\n} from '#app/_figure/chip.tsx'`],
  ['app/sign-in/page.tsx', `import { Form } from '#app/sign-up/form.tsx'`],
  ['app/sign-in/page.tsx', `import '../globals.css'`],
  ['e2e/journey.spec.ts', `import { db } from '#lib/db/user.ts'`],
])('the rule refuses, in %s: %s', (file, source) => {
  expect(complaints(file, source)).toHaveLength(1)
})

test.each([
  ['app/_question/rubric.tsx', `import type { View } from '#lib/study/attempt-view.ts'`],
  ['app/_question/rubric.tsx', `import { type View } from '#lib/study/attempt-view.ts'`],
  ['app/questions/[slug]/page.tsx', `import { questions } from '#lib/content/questions.ts'`],
  ['lib/boot/connection.mjs', `const { default: pg } = await import('pg')`],
  ['lib/solver/fit.test.ts', `import { test } from 'vitest'\nimport data from './vectors/a.json'`],
])('the rule allows, in %s: %s', (file, source) => {
  expect(complaints(file, source)).toEqual([])
})

/** One sentence for each import that is not allowed. @param file path from the root */
function complaints(file: string, source: string): string[] {
  const room = roomOf(file)
  const isTest = TEST.test(file)
  const allowed = `${ROOMS[room] ?? ROOMS['app']} ${isTest ? TESTS : ''}`.trim().split(/\s+/)
  return importsIn(source)
    .filter(({ specifier, how }) => {
      const target = resolve(file, specifier)
      if (specifier.startsWith('..')) return true
      if (!isTest && PRIVATE.some(([what, owner]) => what.test(target) && !isWithin(room, owner))) {
        return true
      }
      if (isWithin(target, room) && !isWithin(roomOf(target), `${room}/`)) return false
      return !allowed.some((rule) => {
        const [, kind, name = ''] = /^(?:(type|later):)?(.*)$/.exec(rule) ?? []
        return isWithin(target, name) && (!kind || kind === how || how === 'type')
      })
    })
    .map(({ specifier }) => {
      const owner = PRIVATE.find(([what]) => what.test(resolve(file, specifier)))?.[1]
      const why = owner ? `, which is private to ${owner}` : ''
      return `${file} imports '${specifier}'${why}; ${room} may: ./ ${allowed.join(' ')}`
    })
}

function importsIn(source: string): Import[] {
  const statements = source.matchAll(
    /^\s*(?:import|export)\s+(type\s)?\s*(?:([\w*{}\s,$]+?)\s+from\s+)?['"]([^'"]+)['"]/gm,
  )
  const dynamic = source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)
  return [
    ...[...statements].map(([, type, names = '', specifier = '']): Import => {
      const inBraces = /^\{([^}]*)\}$/
        .exec(names)?.[1]
        ?.split(',')
        .map((name) => name.trim())
      const isType = type || inBraces?.every((name) => name === '' || name.startsWith('type '))
      return { specifier, how: isType ? 'type' : 'now' }
    }),
    ...[...dynamic].map(([, specifier = '']): Import => ({ specifier, how: 'later' })),
  ]
}

/** `./` and `#` as paths from the root; packages as they are. */
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier)
  return specifier.replace(/^#/, '')
}

/** The longest name in the table; a route that has none is a room under its own name. */
function roomOf(file: string): string {
  const named = Object.keys(ROOMS).filter((room) => isWithin(file, room))
  const longest = named.reduce((best, room) => (room.length > best.length ? room : best), '')
  return longest === 'app' ? (/^app\/[^/]+(?=\/)/.exec(file)?.[0] ?? 'app') : longest
}

function isWithin(target: string, name: string): boolean {
  const isStem = name === 'lib/boot/schema-engine' || name === 'node:' || name.endsWith('/')
  return target === name || target.startsWith(isStem ? name : `${name}/`)
}

function sources(): string[] {
  return ['app', 'lib', 'e2e', 'prisma'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
      .filter((file) => !file.includes('/generated/') && file !== 'lib/house.test.ts'),
  )
}
