/**
 * Keeps the last results, `capacity` of them: a figure asks again and again for the state it is in,
 * and a page's claims ask for a few.
 */
export function remember<A, R>(
  key: (argument: A) => string,
  make: (argument: A) => R,
  capacity = 1,
) {
  const kept = new Map<string, R>()
  return (argument: A): R => {
    const wanted = key(argument)
    const result = kept.has(wanted) ? kept.get(wanted)! : make(argument)
    kept.delete(wanted)
    kept.set(wanted, result)
    if (kept.size > capacity) kept.delete(kept.keys().next().value!)
    return result
  }
}
