import { useEffect, useEffectEvent, useState } from 'react'

/** The source and its problems wait for the page: it is what an author looks at. At most so long, in ms. */
const WAIT = 2000

/**
 * How often the file has changed to something that can be drawn, since the page was opened.
 * @param then is called when that has been drawn, or at once where there is nothing to be drawn
 */
export function useChanges(slug: string, isLive: boolean, then: () => void): number {
  const [changes, setChanges] = useState(0)
  const onRest = useEffectEvent(then)
  useEffect(() => {
    if (!isLive) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const rest = () => {
      clearTimeout(timer)
      timer = undefined
      onRest()
    }
    const source = new EventSource(`/api/write/${slug}/changes`)
    source.addEventListener('message', ({ data }) => {
      clearTimeout(timer)
      if (data === 'true') setChanges((n) => n + 1)
      timer = setTimeout(rest, data === 'true' ? WAIT : 0)
    })
    const hear = ({ data, origin }: MessageEvent) => {
      if (origin === location.origin && data?.drawn && timer !== undefined) rest()
    }
    addEventListener('message', hear)
    return () => {
      clearTimeout(timer)
      source.close()
      removeEventListener('message', hear)
    }
  }, [slug, isLive])
  return changes
}
