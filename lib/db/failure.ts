import 'server-only'
import { Prisma } from './generated/client.ts'

const AWAY_PRISMA = new Set([
  'P1000',
  'P1001',
  'P1002',
  'P1003',
  'P1008',
  'P1011',
  'P1017',
  'P2024',
  'P2028',
])
const AWAY_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE'])
/** Class 08 (connection), 57P (shutdown, cannot connect now), 53 (no resources), PostgreSQL manual, appendix A. */
const AWAY_STATE = /^(08...|57P0[1-5]|53...)$/
/** What the driver adapter calls it when the connection ends under a query; it then has no code. */
const AWAY_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
])
const AWAY_WORDS =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|Connection ended|Can't reach database|server closed the connection/i

/** Whether the database cannot be asked at the moment, as opposed to having refused what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  return chain(error).some(
    (each) =>
      each instanceof Prisma.PrismaClientInitializationError ||
      AWAY_PRISMA.has(codeOf(each)) ||
      AWAY_SYSTEM.has(codeOf(each)) ||
      AWAY_STATE.test(codeOf(each)) ||
      AWAY_KINDS.has(String((each as { kind?: unknown }).kind)) ||
      AWAY_WORDS.test(wordsOf(each)),
  )
}

/** Serialisation failure or deadlock: the same work may succeed when tried again. */
export function isRetriable(error: unknown): boolean {
  return chain(error).some((each) => ['40001', '40P01', 'P2034'].includes(codeOf(each)))
}

/** Statement or lock timeout: too much at once, and nothing is wrong with what was asked. */
export function isTooSlow(error: unknown): boolean {
  return chain(error).some((each) => ['57014', '55P03'].includes(codeOf(each)))
}

/** A unique index refused the row. */
export function isDuplicate(error: unknown): boolean {
  return chain(error).some((each) => ['P2002', '23505'].includes(codeOf(each)))
}

/** The error, its causes, and what the driver adapter reports underneath. */
function chain(error: unknown): object[] {
  const found: object[] = []
  for (let each: unknown = error; typeof each === 'object' && each !== null && found.length < 8;) {
    found.push(each)
    const { cause, meta } = each as { cause?: unknown; meta?: { driverAdapterError?: unknown } }
    each = cause ?? meta?.driverAdapterError
  }
  return found
}

function codeOf(each: object): string {
  const { code, originalCode } = each as { code?: unknown; originalCode?: unknown }
  return String(originalCode ?? code ?? '')
}

function wordsOf(each: object): string {
  const { message, originalMessage } = each as { message?: unknown; originalMessage?: unknown }
  return `${String(message ?? '')} ${String(originalMessage ?? '')}`
}
