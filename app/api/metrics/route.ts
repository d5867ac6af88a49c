import { read, refuse } from '#lib/action.ts'
import { env } from '#lib/env.ts'
import { exposition, isToken, metrics } from '#lib/metrics.ts'

/** For Prometheus, by `Authorization: Bearer METRICS_TOKEN`. Where none is set, nothing is here. */
export const GET = read({ name: 'metrics', who: 'nobody', pace: 'free' }, async ({ request }) => {
  const token = env().METRICS_TOKEN
  const kept = metrics()
  if (!token || !kept) return refuse(404, 'not-found', 'There is nothing at this address.')
  const [, shown] = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (shown === undefined) {
    const refused = refuse(401, 'token', 'This page is read with a token.')
    refused.headers.set('WWW-Authenticate', 'Bearer')
    return refused
  }
  if (!isToken(shown, token)) return refuse(403, 'token', 'This is not the token of this page.')
  return exposition(kept)
})
