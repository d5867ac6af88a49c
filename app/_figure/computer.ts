import { encodeState } from '#lib/figures/codec.ts'
import type { Fields, Figure, State } from '#lib/figures/figure.ts'
import type { HeavyId } from '#lib/figures/heavy.ts'
import { fairVariant } from '#lib/figures/variant.ts'
import { clerk } from './clerk.ts'

/** The result of a heavy figure in a state; with a seed, another state by its fair variant. */
export type Job = { figure: string; state: string; seed?: number }

const ask = clerk<Job>(
  () =>
    new Worker(new URL('./figure-worker.ts', import.meta.url), { type: 'module', name: 'figures' }),
)

/** What no worker answers is computed here: late, but right; and its errors are the figure's own. */
export async function compute<F extends Fields, R>(
  figure: Figure<F, R>,
  state: State<F>,
): Promise<R> {
  const job = { figure: figure.id, state: encodeState(figure, state) }
  return (await ask(job).catch(() => figure.compute(state))) as R
}

/** @returns null if no draw shows the figure's point */
export async function vary<F extends Fields, R>(
  figure: Figure<F, R>,
  state: State<F>,
  seed: number,
): Promise<State<F> | null> {
  const here = () => fairVariant(figure, state, seed)
  if (!figure.heavy) return here()
  const job = { figure: figure.id, state: encodeState(figure, state), seed }
  return (await ask(job).catch(here)) as State<F> | null
}

/** Results of starts, by figure and text of the state. */
const begun = new Map<string, unknown>()

/** Has a heavy figure's start computed, so that its first drawing need not wait for it. */
export async function prepare(figure: HeavyId, state: string): Promise<void> {
  const key = `${figure}?${state}`
  if (begun.has(key)) return
  await ask({ figure, state }).then(
    (result) => begun.set(key, result),
    () => {},
  )
}

/** @param text of the state, as `prepare` was given it */
export function startResult<F extends Fields, R>(
  figure: Figure<F, R>,
  state: State<F>,
  text: string,
): R {
  const key = `${figure.id}?${text}`
  const known = begun.get(key) as R | undefined
  if (known !== undefined) return known
  const made = figure.compute(state)
  // A build draws the same start on page after page; it keeps the last few.
  if (typeof window === 'undefined') {
    begun.set(key, made)
    if (begun.size > 20) begun.delete(begun.keys().next().value!)
  }
  return made
}
