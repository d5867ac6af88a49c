import type { Engine } from '#lib/search/engine.ts'
import type { Packed } from '#lib/search/pack.ts'

let loading: Promise<Engine> | undefined

/**
 * The search engine and its index, fetched once a page load, when somebody is about to search. Rejects
 * when either does not arrive; the next call asks again.
 */
export function loadEngine(): Promise<Engine> {
  loading ??= fetchEngine().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function fetchEngine(): Promise<Engine> {
  const [{ makeEngine }, packed] = await Promise.all([
    import('#lib/search/engine.ts'),
    fetchIndex(),
  ])
  return makeEngine(packed)
}

/** The number changes with the shape of the index, so that no page is given one of another build. */
const INDEX = '/api/search?shape=1'

/** Without a network an old index is better than none. */
async function fetchIndex(): Promise<Packed> {
  const response = await fetch(INDEX).catch(() => fetch(INDEX, { cache: 'force-cache' }))
  if (!response.ok) throw new Error(`${INDEX} answered ${response.status}`)
  return response.json() as Promise<Packed>
}
