import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#lib/env.ts'
import { PrismaClient } from './generated/client.ts'

// One client a process, also when the development server reloads this module.
const kept = globalThis as { ridgelineDatabase?: PrismaClient }

/** Connects at first use. pg itself waits for ever by default, hence the four limits. */
export function db(): PrismaClient {
  return (kept.ridgelineDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
    }),
  }))
}
