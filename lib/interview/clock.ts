import type { Blueprint } from './blueprint.ts'

/**
 * The rules of time. Every `now` and every date here is the database's: what a client's clock says
 * changes nothing.
 */

/** After the deadline, for answers in flight: what is received up to then counts. */
export const GRACE_MS = 60_000
/**
 * After that, for what was received in time and is still being stored: longer than a request can wait
 * for its transaction and be in it (lib/db). Nothing new counts, and nothing is ended yet but by its reader.
 */
export const SETTLE_MS = 12_000
/** Without a running clock an interview waits this long for its reader. */
export const PATIENCE_MS = 7 * 86_400_000

/** Where an interview stands in time. */
export type Times = {
  /** null without a clock. While paused it is not moved on yet. */
  deadline: Date | null
  pausedAt: Date | null
  closesAt: Date
  closedAt: Date | null
  /** from when the open item's time runs */
  openedAt: Date
}

/**
 * @param minutes planned for each item
 * @returns milliseconds for the whole, and for each item if each has its own; null without a clock
 */
export function limits(
  { clock, pace, length }: Pick<Blueprint, 'clock' | 'pace' | 'length'>,
  minutes: readonly number[],
): { whole: number | null; each: number[] | null } {
  if (clock === 'none') return { whole: null, each: null }
  const each = minutes.map((planned) => Math.round(planned * pace * 60_000))
  const sum = each.reduce((total, limit) => total + limit, 0)
  if (clock === 'per-item') return { whole: sum, each }
  return { whole: 'minutes' in length ? length.minutes * pace * 60_000 : sum, each: null }
}

/** Minutes that the clock gives, or without one those that are planned. @param planned for all items */
export function givenMinutes(blueprint: Parameters<typeof limits>[0], planned: number): number {
  const { whole } = limits(blueprint, [planned])
  return whole === null ? planned : whole / 60_000
}

/** When it closes by itself. */
export function closing({ deadline, pausedAt }: Pick<Times, 'deadline' | 'pausedAt'>, now: Date) {
  const runs = deadline !== null && pausedAt === null
  return runs ? later(deadline, GRACE_MS) : later(now, PATIENCE_MS)
}

/**
 * The clock stopped.
 * @returns null where it cannot be: in the grace after the deadline no time is left that could be kept
 */
export function stopped(times: Times, now: Date): Pick<Times, 'pausedAt' | 'closesAt'> | null {
  const { deadline } = times
  if (!accepts(times, now) || (deadline && now >= deadline)) return null
  return { pausedAt: now, closesAt: closing({ deadline, pausedAt: now }, now) }
}

/** The clock running on: the deadline moves by as long as it stood. */
export function started(
  { deadline, pausedAt }: Times & { pausedAt: Date },
  now: Date,
): Pick<Times, 'deadline' | 'pausedAt' | 'openedAt' | 'closesAt'> {
  const moved = deadline && later(deadline, now.getTime() - pausedAt.getTime())
  const running = { deadline: moved, pausedAt: null }
  return { ...running, openedAt: now, closesAt: closing(running, now) }
}

/** Whether an answer that was received at `now` counts. */
export function accepts({ closedAt, closesAt }: Times, now: Date): boolean {
  return closedAt === null && now <= closesAt
}

/** Whether it has to be ended: nothing that counts can still be on its way. */
export function isOverdue({ closedAt, closesAt }: Times, now: Date): boolean {
  return closedAt === null && now > later(closesAt, SETTLE_MS)
}

/** Whether an item that has a limit of its own still takes answers, at `spent` ms. */
export function acceptsItem(limitMs: number | null, spent: number): boolean {
  return limitMs === null || spent <= limitMs + GRACE_MS
}

/** Milliseconds until the deadline, 0 after it; null without a clock. While paused it stands. */
export function left({ deadline, pausedAt }: Times, now: Date): number | null {
  return deadline && Math.max(0, deadline.getTime() - (pausedAt ?? now).getTime())
}

/**
 * Milliseconds that the open item has been before its reader, at most a day: not while paused, not
 * after the end.
 */
export function openFor({ openedAt, pausedAt, deadline, closedAt }: Times, now: Date): number {
  const ends = [now, pausedAt, deadline, closedAt].flatMap((each) => (each ? [each.getTime()] : []))
  return Math.min(86_400_000, Math.max(0, Math.min(...ends) - openedAt.getTime()))
}

export function later(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms)
}
