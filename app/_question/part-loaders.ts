/* Where the code of the page's later parts lies: a module of its own, as app/demos/loaders.ts is. */

export const parts = {
  PlacedPrediction: async () => (await import('./placed-prediction.tsx')).PlacedPrediction,
  PlacedTask: async () => (await import('./placed-task.tsx')).PlacedTask,
  Rubric: async () => (await import('./rubric.tsx')).Rubric,
  HowDidItGo: async () => (await import('./how-did-it-go.tsx')).HowDidItGo,
  Conflict: async () => (await import('./conflict.tsx')).Conflict,
  Notice: async () => (await import('#app/_ui/notice.tsx')).Notice,
  CheckYourself: async () => (await import('./check-yourself.tsx')).CheckYourself,
}
