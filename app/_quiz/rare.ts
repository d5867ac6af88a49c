import type { AskedItem } from '#lib/quiz/kinds/item.ts'

/** Kinds of item whose input is in the first code of no page; the others are asked everywhere. */
const kinds = ['ordering', 'matching', 'fill', 'plot', 'spot', 'claim']

/** Inputs as rare-inputs.tsx fills them in. Whoever draws an item awaits `prepareInputs` before. */
export const rare = {} as {
  ClaimInput: typeof import('./claim-input.tsx').ClaimInput
  Exhibit: typeof import('./exhibit.tsx').Exhibit
  FillInput: typeof import('./fill-input.tsx').FillInput
  MatchingInput: typeof import('./matching-input.tsx').MatchingInput
  OrderingInput: typeof import('./ordering-input.tsx').OrderingInput
  PlotInput: typeof import('./plot-input.tsx').PlotInput
  SpotInput: typeof import('./spot-input.tsx').SpotInput
}

/** Fetches what these items need besides the inputs that every page has. */
export async function prepareInputs(items: readonly AskedItem[]): Promise<void> {
  if (items.some(({ kind, exhibit }) => exhibit !== undefined || kinds.includes(kind)))
    await import('./rare-inputs.tsx')
}
