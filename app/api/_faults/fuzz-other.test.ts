import { describe, vi } from 'vitest'
import { CASES, tryRoutes } from './fuzz.ts'

vi.mock('next/headers', () => import('./next-headers.ts'))
vi.mock('@node-rs/argon2', () => import('./quick-argon2.ts'))
// How often is asked is counted elsewhere (S4): here all are to be answered.
vi.mock('#lib/auth/pace.ts', () => import('./no-pace.ts'))

describe(`S1: each route with ${CASES} malformed requests, the other half of them`, () =>
  tryRoutes(1, 2))
