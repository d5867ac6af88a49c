import type { Metadata } from 'next'
import { allNames, openList } from '#app/_search/server.ts'
import { statusWords } from '#app/_search/status-words.ts'
import { Finder } from '#app/questions/finder.tsx'
import { currentActor } from '#lib/auth/session.ts'
import { readFilters, writeFilters } from '#lib/search/filters.ts'
import { openStatuses } from '#lib/study/open-statuses.ts'

export const metadata: Metadata = { title: 'Questions', robots: { index: false } }

/**
 * What /questions is when its address asks for something (next.config.js leads here): drawn for that
 * request, so that it needs no JavaScript.
 */
export default async function FoundPage({ searchParams }: PageProps<'/questions/found'>) {
  const address = writeFilters(readFilters(addressOf(await searchParams)))
  const names = await allNames()
  const first = await openList(address, names, await statusesFor(address))
  return (
    <div className="page">
      <Finder key={address} address={address} first={first} names={names} />
    </div>
  )
}

function addressOf(params: Record<string, string | string[] | undefined>): string {
  const pairs = Object.entries(params).flatMap(([key, values = []]) =>
    [values].flat().map((value) => [key, value]),
  )
  return new URLSearchParams(pairs).toString()
}

/** Asked for only by who filters by it: everybody else is served without the database. */
async function statusesFor(address: string) {
  if (readFilters(address).status.length === 0) return {}
  const actor = await currentActor()
  return statusWords(await openStatuses(actor?.id ?? null, new Date()))
}
