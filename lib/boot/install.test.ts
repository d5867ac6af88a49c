import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { NPM_CI } from './install.mjs'

// `npm start` runs with NODE_ENV=production; `npm test` on the same clone needs the tools as well.
test('an installation leaves nothing out, whatever NODE_ENV says', () => {
  expect(omitted(NPM_CI.slice(1))).toBe('')
  expect(omitted([])).toBe('dev') // what npm does by itself
})

function omitted(flags: string[]): string {
  const env = { ...process.env, NODE_ENV: 'production' as const }
  return execFileSync('npm', ['config', 'get', 'omit', ...flags], { env, stdio: 'pipe' })
    .toString()
    .trim()
}
