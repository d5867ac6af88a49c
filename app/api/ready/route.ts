import { read, reply } from '#lib/action.ts'
import { failing, isStopping } from '#lib/readiness.ts'

/** For a load balancer: whether this instance should be sent readers. Answers within half a second. */
export const GET = read({ name: 'ready', who: 'nobody', pace: 'free' }, async () => {
  const failed = isStopping() ? 'stopping' : await failing(500)
  return failed
    ? reply(503, { status: 'not ready', failed }, { 'Retry-After': '2' })
    : reply(200, { status: 'ready' })
})
