import { beforeAll, describe, expect, test, vi } from 'vitest'
import { uniforms } from './data.ts'
import { meanProducts } from './gram.ts'
import * as room from './index.ts'
import { type Case, cases, dataOf } from './reference.ts'
import { simd } from './simd.ts'

/** the same room where the browser or the page's policy refuses to compile */
let plain: typeof room
let plainProducts: typeof meanProducts

beforeAll(async () => {
  vi.resetModules()
  vi.stubGlobal('WebAssembly', {
    Module: class {
      constructor() {
        throw new Error('refused')
      }
    },
  })
  plain = await import('./index.ts')
  plainProducts = (await import('./gram.ts')).meanProducts
  // whether there is SIMD is found out once
  expect((await import('./simd.ts')).simd()).toBe(false)
  vi.unstubAllGlobals()
})

test('there is SIMD here, so that the tests below compare two things', () => {
  expect(simd()).toHaveProperty('f')
})

describe('Z′Z/n: the bits of plain JavaScript', () => {
  test.each([
    [4001, 1],
    [2003, 2],
    [1342, 3],
    [1025, 4],
    [514, 8],
    [513, 9],
    [512, 10],
    [511, 11],
    [67, 61],
    [7, 601],
    [3, 1400],
  ])('%d × %d', (n, p) => {
    const uniform = uniforms(n)
    const z = Float64Array.from({ length: n * p }, () => Math.tan(3 * (uniform() - 0.5)))
    const means = meanProducts(z, n, p)
    const bits = (values: Float64Array) => Buffer.from(values.buffer)
    expect(bits(means).equals(bits(plainProducts(z, n, p)))).toBe(true)
    // and the right ones: the last two columns' product, added up in order
    let sum = 0
    for (let i = 0; i < n; i++) sum += z[(p - 1) * n + i]! * z[Math.max(0, p - 2) * n + i]!
    const entry = means[(p - 1) * p + Math.max(0, p - 2)]!
    expect(Math.abs(entry - sum / n)).toBeLessThanOrEqual(1e-12 * Math.max(means[0]!, 1))
  })
})

/** Of the reference vectors those with data enough for SIMD. */
const large = (name: string) =>
  cases<{ lambdas: number[] }>(name)
    .filter((c) => c.kind !== 'fit')
    .map((c) => [c.id, c, dataOf(c.data)] as const)
    .filter(([, , { x }]) => x.length * x[0]!.length > 4000 && x.length >= x[0]!.length)

type Options = Case<unknown>['options']

describe('reference vectors: every number the same without SIMD', () => {
  test.each([...large('gaussian-path'), ...large('logistic')])('%s', (_, c, { x, y }) => {
    const path = ({ prepare, fitPath }: typeof room, o: Options) =>
      fitPath(prepare(x, y, { ...o, family: c.family ?? 'gaussian' }), {
        alpha: o.alpha,
        lambdas: c.expect.lambdas ?? [o.lambda],
      })
    expect(path(room, c.options)).toEqual(path(plain, c.options))
  })

  test.each(large('cross-validation'))('%s', (_, { options, family }, { x, y }) => {
    const { alpha, standardize, intercept } = options
    const o = { alpha, standardize, intercept, family: family ?? 'gaussian' } as const
    expect(room.crossValidate(x, y, o)).toEqual(plain.crossValidate(x, y, o))
  })
})
