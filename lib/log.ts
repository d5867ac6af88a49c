import 'server-only'
import { type Logger, pino } from 'pino'

// Of the process (lib/boot/log.mjs); the development server and tests have none.
const kept = globalThis as {
  ridgelineLog?: Logger
  ridgelineRequest?: { getStore: () => { id: string } | undefined }
}

/** JSON, a line each, with the id of the request. Never an answer, an e-mail, a token or an address. */
export function log(): Logger {
  return (kept.ridgelineLog ??= pino({ name: 'ridgeline' }))
}

/** Of the request that is being answered: also in its answer's header, X-Request-Id. */
export function requestId(): string | undefined {
  return kept.ridgelineRequest?.getStore()?.id
}
