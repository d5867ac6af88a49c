import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Metrics } from '#lib/boot/metrics.mjs'
import { outstandingInterviews } from '#lib/db/interview.ts'

/** Kept there by lib/boot/serve.mjs. The development server counts nothing. */
export function metrics(): Metrics | undefined {
  return (globalThis as { ridgelineMetrics?: Metrics }).ridgelineMetrics
}

/** What Prometheus reads: also when the database is away, and then that it is. */
export async function exposition(from: Metrics): Promise<Response> {
  const text = await from.text(await outstandingInterviews().catch(() => null))
  return new Response(text, { headers: { 'Content-Type': from.type, 'Cache-Control': 'no-store' } })
}

/** Takes as long for one wrong token as for any other. */
export function isToken(shown: string, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(shown), hash(token))
}
