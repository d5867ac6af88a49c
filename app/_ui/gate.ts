/** Fetches what is wanted once, when a reader first comes near one of the places that wait for it. */
export function gate<T>(load: () => Promise<T>) {
  let fetched: Promise<T> | undefined
  const touched = ['pointerover', 'pointerdown', 'focusin'] as const

  /** @returns how to stop watching */
  function watch(place: Element, arrive: (loaded: T) => void): () => void {
    let watching = true
    const stop = () => {
      watching = false
      observer.disconnect()
      for (const type of touched) place.removeEventListener(type, enter)
    }
    const enter = () => {
      fetched ??= persist(load)
      void fetched.then((loaded) => {
        if (watching) arrive(loaded)
        stop()
      })
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) enter()
      },
      { rootMargin: '600px' },
    )
    // Reached by a link within the site, the page has no drawing of the server's to look at.
    if (!place.hasChildNodes()) enter()
    observer.observe(place)
    for (const type of touched) place.addEventListener(type, enter, { once: true })
    return stop
  }
  return { watch }
}

/**
 * Code that did not arrive is asked for again, when the network is back or after a while. Until it
 * comes the server's drawing stands: a figure that cannot be moved yet is better than an error.
 */
export async function persist<T>(load: () => Promise<T>): Promise<T> {
  for (let wait = 2000; ; wait = Math.min(wait * 2, 60_000)) {
    try {
      return await load()
    } catch {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, wait)
        window.addEventListener('online', () => resolve(), { once: true })
      })
    }
  }
}
