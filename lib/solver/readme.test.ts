import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import * as solver from './index.ts'

test('the lines of the README run, and give what they say', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const lines = /```ts\n([^`]+)```/.exec(readme)![1]!.trim().split('\n')
  const claims: [string, string][] = []
  const body = lines.map((line) => {
    const [, expression, value] = /^(.+) \/\/ → (.+)$/.exec(line) ?? []
    if (expression) claims.push([expression, value!])
    return line.replace(/^import (.+) from '\.\/index\.ts'$/, 'const $1 = solver')
  })
  const values = claims.map(([expression]) => expression).join(', ')
  const run = new Function('solver', `${body.join('\n')}\nreturn [${values}]`)
  const results = run(solver) as unknown[]
  expect(results.map((value) => inspect(value))).toEqual(claims.map(([, value]) => value))
  expect(claims).toHaveLength(2)
})
