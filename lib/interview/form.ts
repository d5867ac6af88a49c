import type { ItemKind } from '#lib/quiz/kinds/item.ts'

/** How something is answered: what a blueprint chooses among. */
export const FORMS = ['written', 'choice', 'number', 'order', 'figure'] as const
export type Form = (typeof FORMS)[number]

/** What one screen of an interview asks: an item, the question itself, or what is asked after it. */
export type ScreenKind = ItemKind | 'answer' | 'follow-up'

export function formOf(kind: ScreenKind): Form {
  return kinds[kind].form
}

/** The time that the plan gives to an item; of the question itself its own `minutes` count. */
export function minutesOf(kind: ScreenKind): number {
  return kinds[kind].minutes
}

/** Minutes by kind are ours: read twice, decide, check once. */
const kinds = {
  answer: { form: 'written', minutes: 8 },
  'follow-up': { form: 'written', minutes: 2 },
  single: { form: 'choice', minutes: 1.5 },
  multiple: { form: 'choice', minutes: 2 },
  claim: { form: 'choice', minutes: 1.5 },
  spot: { form: 'choice', minutes: 1.5 },
  numeric: { form: 'number', minutes: 2.5 },
  fill: { form: 'number', minutes: 1 },
  ordering: { form: 'order', minutes: 2 },
  matching: { form: 'order', minutes: 2 },
  plot: { form: 'figure', minutes: 2 },
  task: { form: 'figure', minutes: 3 },
  predict: { form: 'figure', minutes: 1.5 },
} as const
