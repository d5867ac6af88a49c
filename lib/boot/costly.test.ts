import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AT_ONCE, COSTLY, EVERY, makeAllowance } from './costly.mjs'

const at = (state: number | string, path = '/demos/stability') => `${path}?s=1.seed~${state}`

test('new states are drawn up to a number, then one at a time; what was drawn lately is free', () => {
  let now = 0
  const ask = makeAllowance(() => now)
  for (let seed = 0; seed < AT_ONCE; seed++) expect(ask(at(seed))).toBeNull()
  expect(ask(at('next'))).toMatchObject({ status: 503, headers: { 'Retry-After': '2' } })
  // The same for whichever of the two, however its address is written.
  for (const path of ['/demos/bias-variance', '/demos/bias%2Dvariance', '/demos/stability/drawn'])
    expect(ask(at('next', path)), path).not.toBeNull()
  for (let times = 0; times < 100; times++) expect(ask(at(AT_ONCE - 1))).toBeNull()
  now += EVERY
  expect(ask(at('next'))).toBeNull()
  expect(ask(at('another'))).not.toBeNull()
})

test('what costs little is asked for as often as one likes', () => {
  const ask = makeAllowance(() => 0)
  for (let seed = 0; seed < 10 * AT_ONCE; seed++)
    for (const url of [
      at(seed, '/demos/paths'),
      '/demos/stability',
      '/demos/stability?s=',
      at(seed, '/'),
    ])
      expect(ask(url), url).toBeNull()
})

test('the costly ones are those that a worker computes', () => {
  const source = readFileSync('lib/figures/heavy.ts', 'utf8')
  const named = [...source.matchAll(/^ {2}'?([a-z-]+)'?: async \(\)/gm)].map(([, id]) => id)
  expect(named).toEqual(COSTLY)
})
