/**
 * Two figures take half a second of a processor to draw in a state of somebody's choosing, and anybody may
 * ask for the next state with the next request. So a server draws only so many new ones; who comes after
 * that is told when to come back, and everybody else goes on being served. What it has drawn lately it
 * keeps (app/_figure/computer.ts), and that is free: a class that opens one link is one state.
 * @typedef {import('./door.mjs').Refusal} Refusal
 */

/** Those of lib/figures/heavy.ts. */
export const COSTLY = ['bias-variance', 'stability']
export const AT_ONCE = 30
/** Then one in so many ms. */
export const EVERY = 2_000
/** States that are kept. */
const KEPT = 20

/** @param {() => number} clock in ms @returns {(url: string) => Refusal | null} null when it may be drawn */
export function makeAllowance(clock = () => performance.now()) {
  /** @type {Set<string>} */
  const drawn = new Set()
  let [left, since] = [AT_ONCE, clock()]
  return (url) => {
    const state = stateOf(url)
    if (state === null || drawn.has(state)) return null
    const now = clock()
    left = Math.min(AT_ONCE, left + (now - since) / EVERY)
    since = now
    if (left < 1) return CROWDED
    left -= 1
    drawn.add(state)
    for (const oldest of drawn) if (drawn.size > KEPT) drawn.delete(oldest)
    return null
  }
}

/** @type {Refusal} */
const CROWDED = {
  status: 503,
  code: 'busy',
  message:
    'Many have this figure drawn just now, each in another state. Try again in a moment; it is also drawn without a state, from its beginning.',
  headers: { 'Retry-After': String(EVERY / 1000) },
}

/** @param {string} url which the front door has let in @returns {string | null} null when nothing costly is asked for */
function stateOf(url) {
  const { pathname, searchParams } = new URL(url, 'http://site.invalid')
  const [, demos, id = ''] = decodeURIComponent(pathname).split('/')
  const state = searchParams.get('s')
  return demos === 'demos' && COSTLY.includes(id) && state ? `${id}?${state}` : null
}
