import { countOf, facetTitles, type Names, type Option } from '#app/_search/names.ts'
import { Button } from '#app/_ui/button.tsx'
import { type Facet, facets, type Filters } from '#lib/search/filters.ts'
import type { Listing } from '#lib/search/listing.ts'
import styles from './questions.module.css'

type Props = {
  filters: Filters
  names: Names
  listing: Listing
  isOpen: boolean
  onToggle: (facet: Facet, value: string) => void
  onNear: () => void
  onClose: () => void
}

/** Every facet with its values, and how many questions each would show. Beside the list, or behind a button. */
export function FilterPanel({ filters, names, listing, isOpen, onToggle, onNear, onClose }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- to come near fetches ahead, no more
    <div
      id="filters"
      role="group"
      aria-label="Filters"
      className={styles.panel}
      data-open={isOpen}
      onPointerEnter={onNear}
      onFocus={onNear}
    >
      <div className={styles.facets}>
        {facets.map((facet) => (
          <fieldset key={facet} className={facet === 'status' ? 'js-only' : undefined}>
            <legend>{facetTitles[facet]}</legend>
            {names.options[facet].map((option) => (
              <FacetValue
                key={option.value}
                facet={facet}
                option={option}
                isChosen={filters[facet].includes(option.value)}
                count={listing.counts[facet][option.value] ?? 0}
                onToggle={onToggle}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <span className="no-js-only">
        <Button type="submit">Apply</Button>
      </span>
      <Button look="primary" className={`js-only ${styles.done}`} onClick={onClose}>
        Show {countOf(listing.total)}
      </Button>
    </div>
  )
}

type ValueProps = {
  facet: Facet
  option: Option
  isChosen: boolean
  count: number
  onToggle: Props['onToggle']
}

function FacetValue({ facet, option, isChosen, count, onToggle }: ValueProps) {
  return (
    <label className={styles.value} data-none={count === 0} data-depth={option.depth}>
      <input
        type="checkbox"
        name={facet}
        value={option.value}
        checked={isChosen}
        onChange={() => onToggle(facet, option.value)}
      />
      <span>{option.label}</span>
      <span className={styles.count}>{count}</span>
    </label>
  )
}
