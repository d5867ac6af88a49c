/** After a request that had no reply: from a page that is looked at this costs nobody anything. */
export const AGAIN_MS = 1_000
const UNSEEN_MS = 30_000
const LONGEST_MS = 30_000

/**
 * When to try again. What the network loses is tried every second, so that it arrives within three of its
 * return also where the browser does not notice that; a server that is there but cannot answer is left
 * the time that it asks for, and longer each time.
 * @param reply null when there was none
 * @param failures before this one, in a row
 * @param chance in [0, 1): of many readers not all come back at once
 * @returns milliseconds
 */
export function againAfter(
  reply: Pick<Response, 'headers'> | null,
  failures: number,
  isSeen: boolean = document.visibilityState === 'visible',
  chance: number = Math.random(),
): number {
  if (!reply) return (isSeen ? AGAIN_MS : UNSEEN_MS) * (0.8 + 0.2 * chance)
  const asked = Number(reply.headers.get('Retry-After')) * 1000 || 0
  const wait = Math.min(1_000 * 2 ** Math.min(failures, 5), LONGEST_MS)
  return Math.max(asked, wait) * (1 + 0.3 * chance)
}
