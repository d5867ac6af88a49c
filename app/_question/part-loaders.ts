import type { AskedItem } from '#lib/quiz/kinds/item.ts'

/* Where the code of the page's later parts lies: a module of its own, as app/demos/loaders.ts is. */

export const parts = {
  PlacedPrediction: async () => (await import('./placed-prediction.tsx')).PlacedPrediction,
  PlacedTask: async () => (await import('./graded-parts.ts')).PlacedTask,
  FollowUps: async () => (await import('./follow-ups.tsx')).FollowUps,
  Keep: async () => (await import('./keep.tsx')).Keep,
  Rubric: async () => (await import('./rubric.tsx')).Rubric,
  HowDidItGo: async () => (await import('./how-did-it-go.tsx')).HowDidItGo,
  Conflict: async () => (await import('./conflict.tsx')).Conflict,
  RefusedNotices: async () => (await import('./refused-notices.tsx')).RefusedNotices,
  async CheckYourself() {
    // The server draws them all, and nothing is too large for it.
    if (typeof window === 'undefined') await import('#app/_quiz/rare-inputs.tsx')
    return (await import('./graded-parts.ts')).CheckYourself
  },
}

/** What these items need before they are drawn. */
export async function prepareItems(items: readonly AskedItem[]): Promise<void> {
  await (await import('#app/_quiz/rare.ts')).prepareInputs(items)
}
