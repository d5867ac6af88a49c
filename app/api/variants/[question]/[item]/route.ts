import { read, refuse, reply } from '#lib/action.ts'
import { drawVariant, variantSeed } from '#lib/study/draw-variant.ts'

/** `?seed=`: the item as it is for that seed, without its key. */
export const GET = read({ name: 'variants', who: 'nobody' }, async ({ params, request }) => {
  const seed = variantSeed.safeParse(new URL(request.url).searchParams.get('seed') ?? '')
  if (!seed.success) return refuse(400, 'invalid', 'A seed is a whole number of 32 bits.')
  const drawn = await drawVariant(params, seed.data)
  return drawn
    ? reply(200, drawn)
    : refuse(404, 'not-found', 'There is no item with variants under this name.')
})
