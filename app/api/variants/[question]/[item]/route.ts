import { read, refuse, reply } from '#lib/action.ts'
import { drawVariant, variantQuery } from '#lib/study/draw-variant.ts'

const params = { question: 'question', item: 'item' } as const

/** `?seed=`: the item as it is for that seed, without its key. */
export const GET = read(
  { name: 'variants', who: 'nobody', params, query: variantQuery, pace: 'heavy' },
  async ({ params, query }) => {
    const drawn = await drawVariant(params.question, params.item, query.seed)
    return drawn
      ? reply(200, drawn)
      : refuse(404, 'not-found', 'There is no item with variants under this name.')
  },
)
