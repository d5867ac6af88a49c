#!/usr/bin/env node
// Speaks the protocol of Prisma's schema engine (JSON-RPC, one message a line) over the engine's own
// WebAssembly build, so that Prisma's command line needs no download. Prisma starts this file with
// the flags of the native engine: see `prisma.config.ts`.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { connectCommand } from './schema-engine-connect.mjs'
import { makeEngine } from './schema-engine-wasm.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    version: { type: 'boolean' },
  },
})
/** The call being answered. */
let current = 0
const url = typeof values.datasource === 'string' ? JSON.parse(values.datasource).url : undefined

if (values.version) {
  const { version } = createRequire(import.meta.url)('@prisma/schema-engine-wasm/package.json')
  process.stdout.write(`schema-engine-wasm ${version}\n`)
} else if (positionals[0] === 'cli') {
  process.exitCode = await connectCommand(positionals[1], url)
} else {
  serve(makeEngine(url, values.datamodels?.map(String)))
}

/**
 * Answers one call after the other; each is finished before the next begins.
 * @param {ReturnType<typeof makeEngine>} engine
 */
function serve(engine) {
  let pending = Promise.resolve()
  watchForPanic()
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const message = JSON.parse(line)
      // What has no method is Prisma's receipt for a `print` of ours.
      if (message.method) pending = pending.then(() => answer(engine, message))
    })
    .on('close', () => pending.then(() => process.exit(0)))
}

/**
 * @param {ReturnType<typeof makeEngine>} engine
 * @param {{ id: number, method: string, params: Record<string, any> }} call
 */
async function answer(engine, { id, method, params }) {
  current = id
  try {
    const result = await engine.call(method, params)
    // The native engine prints a diff by a call of its own before it answers; the answer's `stdout` is ignored.
    if (method === 'diff' && result.stdout) {
      send({ id: 1e9 + id, method: 'print', params: { content: result.stdout } })
    }
    send({ id, result })
  } catch (error) {
    const { message, code } = /** @type {Error & { code?: string }} */ (error)
    if (process.env['DEBUG']) console.error(error)
    sendError(id, message ?? String(error), code)
  }
}

/**
 * A panic of the engine never ends its call: the message goes to this object of the engine's, and
 * WebAssembly's trap comes up as an uncaught exception. Unanswered, Prisma may print nothing and exit 0.
 */
function watchForPanic() {
  let panic = ''
  const PRISMA_WASM_PANIC_REGISTRY = {
    /** @param {string} message */
    set_message: (message) => (panic = message),
  }
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY })
  process.on('uncaughtException', (error) => {
    sendError(current, `The schema engine failed. ${panic || error.stack}`)
    process.exitCode = 1
  })
}

/** @param {number} id @param {string} message @param {string} [code] */
function sendError(id, message, code) {
  const data = { is_panic: false, message, error_code: code ?? null }
  const summary = 'An error happened. Check the data field for details.'
  send({ id, error: { code: 4466, message: summary, data } })
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
