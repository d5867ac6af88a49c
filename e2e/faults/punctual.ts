import { expect } from '@playwright/test'

/**
 * Times how long something takes to come. That it comes is asked for each time, within ten times the limit; that
 * it comes within the limit of all but one in a hundred, and of all but one where they are fewer: a machine that is
 * used for other things too stands still now and then.
 */
export function punctual(limitMs: number) {
  const waits: number[] = []
  return {
    async wait(comes: (timeout: number) => Promise<unknown>): Promise<void> {
      const since = performance.now()
      await comes(10 * limitMs)
      waits.push(performance.now() - since)
    },
    /** @returns what it came to, in words */
    judge(): string {
      const late = waits.filter((ms) => ms > limitMs).length
      const sorted = waits.toSorted((a, b) => a - b)
      const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!)
      const found = `median ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, ${late} of ${waits.length} later than ${limitMs} ms`
      expect(late, found).toBeLessThanOrEqual(Math.max(1, Math.floor(waits.length / 100)))
      return found
    },
  }
}

export type Punctual = ReturnType<typeof punctual>
