import { fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Verdict } from './verdict.ts'

/** Who judges files: another process, or this one. */
export type Hand = (paths: string[]) => Promise<Verdict[]>

/** As this module is: a source, read by a loader, or made into JavaScript (lib/boot/bundled.mjs). */
const hand = fileURLToPath(new URL(`./hand${extname(import.meta.url)}`, import.meta.url))

/** A process, not a thread: a thread would not inherit what lets it read TypeScript. */
export function otherHand(root: string): { judge: Hand; end: () => void } {
  const child = fork(hand, {
    cwd: root,
    execArgv: process.execArgv,
    serialization: 'advanced',
  })
  const waiting: { resolve: (found: Verdict[]) => void; reject: (error: Error) => void }[] = []
  child.on('message', (found) => waiting.shift()?.resolve(found as Verdict[]))
  child.on('exit', (code) => {
    for (const { reject } of waiting) reject(new Error(`a part of the check ended with ${code}`))
  })
  return {
    judge: (paths) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        child.send(paths)
      }),
    end: () => child.connected && child.disconnect(),
  }
}

/**
 * So many files at once at the end: enough to be worth a message, few enough that all end at the same time. Before
 * that a quarter of what is left, as whoever shares out may be busy for seconds.
 */
const BLOCK = 16
const blockOf = (left: readonly string[]) => Math.max(BLOCK, Math.ceil(left.length / 4))

/**
 * All files, judged by all hands. Each has a region of its own, since neighbours ask the solver for the same,
 * and takes from the end of the largest one when its own is done.
 * @param told called with each block when it is judged
 */
export async function shareOut(
  paths: readonly string[],
  hands: readonly Hand[],
  told: (paths: string[], verdicts: Verdict[]) => void,
): Promise<void> {
  const size = Math.ceil(paths.length / hands.length)
  const regions = hands.map((_, nth) => paths.slice(nth * size, (nth + 1) * size))
  const next = (nth: number): string[] => {
    const own = regions[nth]!
    if (own.length > 0) return own.splice(0, blockOf(own))
    const largest = regions.reduce((a, b) => (b.length > a.length ? b : a))
    return largest.splice(-Math.min(BLOCK, Math.ceil(largest.length / 2)), BLOCK)
  }
  const work = async (nth: number) => {
    for (let block = next(nth); block.length > 0; block = next(nth))
      told(block, await hands[nth]!(block))
  }
  await Promise.all(hands.map((_, nth) => work(nth)))
}
