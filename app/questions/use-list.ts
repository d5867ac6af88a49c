import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { loadEngine } from '#app/_search/engine.ts'
import type { Names } from '#app/_search/names.ts'
import { statusWords } from '#app/_search/status-words.ts'
import { useStatuses } from '#app/_search/use-statuses.ts'
import type { Engine } from '#lib/search/engine.ts'
import { type Filters, readFilters, writeFilters } from '#lib/search/filters.ts'
import { list, type Listing } from '#lib/search/listing.ts'

/**
 * The list that the filters ask for: the server's until the index has been fetched, then our own.
 * `near` fetches it, for who is about to search.
 * @param address what the server has drawn, and `first` what it drew for it
 */
export function useList(filters: Filters, address: string, first: Listing, { parents }: Names) {
  const statuses = useStatuses()
  const [engine, setEngine] = useState<Engine | null>(null)
  const [isAway, setAway] = useState(false)
  const asked = useDeferredValue(filters)
  const wanted = writeFilters(filters)
  const isDrawn = wanted === writeFilters(readFilters(address))

  const near = () => {
    loadEngine().then(
      (loaded) => {
        setEngine(loaded)
        setAway(false)
      },
      () => setAway(true),
    )
  }
  // The server may have drawn a list of other statuses than the reader's own as they are now.
  const isOurs = !isDrawn || (statuses !== null && filters.status.length > 0)
  useEffect(() => {
    if (isOurs) near()
  }, [isOurs, wanted])

  const words = useMemo(() => statusWords(statuses), [statuses])
  const listing = useMemo(
    () =>
      engine === null
        ? withStatuses(first, asked, words)
        : list(engine, asked, { parents, statuses: words }),
    [engine, asked, words, first, parents],
  )
  return { listing, statuses, near, isWaiting: engine === null && !isDrawn, isAway }
}

/** Without the index, how many are of which status is known only as long as nothing is filtered. */
function withStatuses(
  first: Listing,
  filters: Filters,
  words: ReturnType<typeof statusWords>,
): Listing {
  if (words === null || writeFilters(filters) !== '') return first
  const met = Object.values(words)
  const status: Record<string, number> = {}
  for (const word of met.flat()) status[word] = (status[word] ?? 0) + 1
  status['new'] = first.total - met.filter(([word]) => word !== 'new').length
  return { ...first, counts: { ...first.counts, status } }
}
