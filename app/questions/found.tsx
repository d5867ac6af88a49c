import { countOf, facetTitles, labelOf, type Names } from '#app/_search/names.ts'
import { Rows } from '#app/_search/rows.tsx'
import type { Statuses } from '#app/_search/use-statuses.ts'
import { type Facet, type Filters, PAGE } from '#lib/search/filters.ts'
import type { Listing } from '#lib/search/listing.ts'
import { Choice, type Choose } from './choice.tsx'
import styles from './questions.module.css'

type Props = {
  filters: Filters
  listing: Listing
  names: Names
  statuses: Statuses | null
  onChoose: Choose
}

/** The questions that were asked for; or, if there are none, what to leave out. */
export function Found({ filters, listing, names, statuses, onChoose }: Props) {
  const { rows, total } = listing
  if (total === 0) return <Nothing {...{ filters, names, onChoose }} ways={listing.relax} />
  return (
    <>
      <Rows rows={rows} names={names} statuses={statuses} />
      {total > rows.length && (
        <p className={styles.more}>
          <Choice to={{ ...filters, show: filters.show + PAGE }} onChoose={onChoose}>
            Show {Math.min(PAGE, total - rows.length)} more
          </Choice>{' '}
          <span className="dim">of {total - rows.length} below</span>
        </p>
      )}
    </>
  )
}

type NothingProps = Omit<Props, 'listing' | 'statuses'> & { ways: Listing['relax'] }

function Nothing({ filters, names, ways, onChoose }: NothingProps) {
  return (
    <div className={styles.nothing}>
      <p>No question is all of that.</p>
      <ul>
        {ways.map(({ leave, total }) => (
          <li key={leave}>
            <Choice to={{ ...filters, [leave]: leave === 'q' ? '' : [] }} onChoose={onChoose}>
              Without {wordsOf(leave, filters, names)}
            </Choice>
            : {countOf(total)}
          </li>
        ))}
      </ul>
      {ways.length === 0 && <p>Leave out more than one thing, or look at all of them.</p>}
    </div>
  )
}

function wordsOf(leave: Facet | 'q', filters: Filters, names: Names): string {
  if (leave === 'q') return `“${filters.q.trim()}”`
  const values = filters[leave].map((value) => labelOf(names, leave, value))
  return `${facetTitles[leave]}: ${values.join(' or ')}`
}
