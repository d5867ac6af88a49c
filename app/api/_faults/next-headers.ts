import { AsyncLocalStorage } from 'node:async_hooks'

/*
 * What `next/headers` is in a test: cookies and headers of the request that is being answered.
 * `vi.mock('next/headers', () => import('./next-headers.ts'))`
 */

export type Asking = { jar: Map<string, string>; headers: Headers }

export const asking = new AsyncLocalStorage<Asking>()

export async function headers(): Promise<Headers> {
  const { headers } = current()
  return headers
}

export async function cookies() {
  const { jar } = current()
  return {
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name)! } : undefined),
    set: (name: string, value: string) => void (value ? jar.set(name, value) : jar.delete(name)),
    delete: (name: string) => void jar.delete(name),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
  }
}

function current(): Asking {
  const found = asking.getStore()
  if (!found) throw new Error('`headers` and `cookies` are there only while a request is answered')
  return found
}
