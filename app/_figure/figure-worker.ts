import { decodeState } from '#lib/figures/codec.ts'
import { heavyFigure } from '#lib/figures/heavy.ts'
import { fairVariant } from '#lib/figures/variant.ts'
import type { Job } from './computer.ts'
import { handOver } from './transfer.ts'

/* The pure half of a heavy figure, away from the thread that follows the hand. */

addEventListener('message', async ({ data }: MessageEvent<Job & { nth: number }>) => {
  const { nth, ...job } = data
  try {
    const { copy, buffers } = handOver(await answer(job))
    postMessage({ nth, answer: copy }, { transfer: buffers })
  } catch (error) {
    postMessage({ nth, error: String(error) })
  }
})

async function answer({ figure: id, state: text, seed }: Job): Promise<unknown> {
  const figure = await heavyFigure(id)
  const { state } = decodeState(figure, text)
  return seed === undefined ? figure.compute(state) : fairVariant(figure, state, seed)
}
