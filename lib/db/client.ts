import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '#lib/env.ts'
import { PrismaClient } from './generated/client.ts'

// One client a process, also when the development server reloads this module.
const kept = globalThis as { ridgelineDatabase?: PrismaClient; ridgelinePool?: pg.Pool }

/** Connects at first use. pg itself waits for ever by default, hence the four limits. */
export function db(): PrismaClient {
  return (kept.ridgelineDatabase ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { disposeExternalPool: true }),
  }))
}

/** Our own, so that /api/metrics can say how full it is. */
function pool(): pg.Pool {
  return (kept.ridgelinePool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    idle_in_transaction_session_timeout: 10_000,
  }))
}
