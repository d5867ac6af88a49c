import { read, reply } from '#lib/action.ts'
import { failing } from '#lib/readiness.ts'

/** For people: 200 when the database answers and holds every migration of this version; else 503 and which failed. */
export const GET = read({ name: 'health', who: 'nobody', pace: 'free' }, async () => {
  const failed = await failing(3000)
  return failed
    ? reply(503, { status: 'failing', failed }, { 'Retry-After': '2' })
    : reply(200, { status: 'ok' })
})
