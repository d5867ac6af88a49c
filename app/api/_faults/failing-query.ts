import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/*
 * Makes the n-th statement fail that goes to the database from now on, in this process. What can be done
 * by the database itself is done by it, so that a transaction is really aborted.
 */

/**
 * `error`: refused for no reason. `timeout`: taken too long. The two that may be tried again.
 * `gone`: the connection breaks before the statement; `lost`: it is done, and then the connection breaks.
 */
export const KINDS = ['error', 'timeout', '40001', '40P01', 'gone', 'lost'] as const
export type Kind = (typeof KINDS)[number]

const STATES: Partial<Record<Kind, string>> = {
  error: 'XX000',
  timeout: '57014',
  '40001': '40001',
  '40P01': '40P01',
}

type Callback = (error: Error) => void
type Query = (this: pg.Client, ...args: unknown[]) => unknown
const prototype = pg.Client.prototype as unknown as { query: Query }

/** Runs the work. @returns what it says, the statements that it sent, and whether the n-th did fail */
export async function failing<T>(
  kind: Kind,
  nth: number,
  work: () => Promise<T>,
): Promise<{ said: T; statements: string[]; hasFailed: boolean }> {
  const query = prototype.query
  const statements: string[] = []
  let hasFailed = false
  prototype.query = function (...args) {
    const sql = textOf(args[0])
    // What tidies up after a failure is not made to fail as well.
    if (/^rollback/i.test(sql)) return query.apply(this, args)
    statements.push(sql)
    if (statements.length !== nth) return query.apply(this, args)
    hasFailed = true
    // The pool takes its answer by a callback, a transaction by a promise.
    const callback = typeof args.at(-1) === 'function' ? (args.pop() as Callback) : undefined
    const failed = fail.call(this, kind, sql, () => query.apply(this, args), query)
    return callback ? void failed.catch((error: Error) => callback(error)) : failed
  }
  try {
    return { said: await work(), statements, hasFailed }
  } finally {
    prototype.query = query
    // The pool has to hear of a broken connection before it is asked for one again.
    if (hasFailed) await sleep(10)
  }
}

async function fail(
  this: pg.Client,
  kind: Kind,
  sql: string,
  asMeant: () => unknown,
  query: Query,
): Promise<never> {
  if (kind === 'lost') await asMeant()
  if (kind === 'gone' || kind === 'lost') {
    const { stream } = (this as unknown as { connection: { stream: { destroy(): void } } })
      .connection
    stream.destroy()
    throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' })
  }
  const state = STATES[kind]!
  if (/^commit/i.test(sql)) {
    // A commit that fails has ended its transaction.
    await query.call(this, 'rollback')
    throw Object.assign(new pg.DatabaseError('injected', 0, 'error'), {
      code: state,
      severity: 'ERROR',
    })
  }
  await query.call(this, `do $$begin raise exception 'injected' using errcode = '${state}'; end$$`)
  throw new Error('the database was asked to fail, and has not')
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : ((query as { text?: string })?.text ?? '')
}
