import { read } from '#lib/action.ts'
import { searchIndex } from '#lib/content/search-index.ts'

/** Made while building, as a file. */
export const dynamic = 'force-static'

/**
 * The search index, the same for everybody. A browser may use what it has for a minute, and after that
 * while it asks again.
 */
export const GET = read({ name: 'search.index', who: 'nobody', pace: 'free' }, async () =>
  Response.json(await searchIndex(), {
    headers: { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=604800' },
  }),
)
