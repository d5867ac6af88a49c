let last: Promise<unknown> = Promise.resolve()

/**
 * One write after the other, in all tabs of this browser. The first write of somebody unknown makes a
 * guest, whose cookie comes with the reply: two at once would make two guests, and one of them, with
 * what was written, would be nobody's. (Web Locks exist on https and localhost; elsewhere the tabs of
 * a browser take turns each for itself.)
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request('ridgeline.write', work) as Promise<T>
  const next = last.then(work, work)
  last = next.catch(() => {})
  return next
}

/**
 * How long a write waits for its reply: 15 s, or until the network is back, when what hangs from before
 * would keep others waiting. All of them may be sent again.
 */
export function patience(): AbortSignal {
  const back = new AbortController()
  addEventListener('online', () => back.abort(), { once: true, signal: back.signal })
  return AbortSignal.any([AbortSignal.timeout(15_000), back.signal])
}
