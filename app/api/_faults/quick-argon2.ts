import { createRequire } from 'node:module'

/*
 * Passwords hashed in a way that is quick, for tests in which hundreds are and none is attacked:
 * `vi.mock('@node-rs/argon2', () => import('./quick-argon2.ts'))`
 */

// Not by `import`, which would be this module again.
const real = createRequire(import.meta.url)('@node-rs/argon2') as typeof import('@node-rs/argon2')
const QUICK = { algorithm: 2, memoryCost: 64, timeCost: 1, parallelism: 1 }

export const { verify } = real

export function hash(password: string): Promise<string> {
  return real.hash(password, QUICK)
}
