import { describe, expect, test, vi } from 'vitest'
import { registry } from '#lib/action.ts'
import { PARAMS } from '#lib/params.ts'
import { actionFiles, isAction, routes, segmentsOf } from './routes.ts'
import { specimens } from './specimens.ts'

vi.mock('next/headers', () => import('./next-headers.ts'))

const all = await routes()

describe('S2 and S8: every way in is in the registry', () => {
  test('every exported route goes through the wrapper, and nothing else is in the registry', () => {
    const outside = all.filter(({ entry }) => !entry).map(({ method, path }) => `${method} ${path}`)
    expect(outside).toEqual([])
    expect(new Set(all.map(({ entry }) => entry!.name))).toEqual(new Set(registry.keys()))
    expect(all.length).toBe(registry.size)
    expect(all.length).toBeGreaterThan(40)
  })

  test('the control: a route that is written without it is found', () => {
    const { entry } = all[0]!
    // What `routes` looks for is the handler itself: the same code, wrapped by nobody, is another one.
    const handlers = new Set([...registry.values()].map(({ handler }) => handler))
    expect(handlers.has(entry!.handler)).toBe(true)
    expect(handlers.has((request, context) => entry!.handler(request, context))).toBe(false)
  })

  test('there is no server action, which would be a way in beside the registry', () => {
    expect(actionFiles()).toEqual([])
    expect(isAction(`'use server'\n\nexport async function save() {}`)).toBe(true)
    expect(isAction(`export async function f() {\n  "use server"\n}`)).toBe(true)
    expect(isAction(`// 'use server' is not used here`)).toBe(false)
  })

  test.each(all.filter(({ entry }) => !entry!.name.startsWith('auth.')))(
    '$method $path says what it takes',
    ({ method, path, entry }) => {
      const { name, writes, params, body, query } = entry!
      expect(Object.keys(params)).toEqual(segmentsOf(path))
      for (const kind of Object.values(params)) expect(PARAMS).toHaveProperty(kind)
      expect(writes).toBe(method !== 'GET')
      expect(body !== null).toBe(writes)
      if (query) expect(writes).toBe(false)
      // Whoever adds a route says how it is called rightly: attacks and faults begin from there.
      expect(specimens, `a specimen of ${name}`).toHaveProperty([name])
      expect(specimens[name]).toMatchObject({ method, path })
    },
  )
})
