import { read } from '#lib/action.ts'
import { address } from '#lib/address.ts'
import { feed } from '#lib/content/feed.ts'
import { questions } from '#lib/content/questions.ts'

/** New questions, for programs that read feeds. */
export const GET = read({ name: 'feed', who: 'nobody', pace: 'free' }, async () => {
  const body = feed([...(await questions()).values()], await address())
  return new Response(body, {
    headers: {
      'Content-Type': 'application/rss+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
})
