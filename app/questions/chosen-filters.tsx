import { facetTitles, labelOf, type Names } from '#app/_search/names.ts'
import { CrossIcon } from '#app/_ui/icon.tsx'
import { facets, type Filters, readFilters, toggled } from '#lib/search/filters.ts'
import { Choice, type Choose } from './choice.tsx'
import styles from './questions.module.css'

type Props = { filters: Filters; names: Names; onChoose: Choose }

/** What is chosen, each to be taken out by a press; and all at once. */
export function ChosenFilters({ filters, names, onChoose }: Props) {
  const chosen = facets.flatMap((facet) => filters[facet].map((value) => ({ facet, value })))
  if (chosen.length === 0) return null
  return (
    <>
      {chosen.map(({ facet, value }) => (
        <Choice
          key={`${facet} ${value}`}
          to={toggled(filters, facet, value)}
          onChoose={onChoose}
          className={styles.chip}
        >
          <span className="visually-hidden">Remove </span>
          {facetTitles[facet]}: {labelOf(names, facet, value)}
          <CrossIcon />
        </Choice>
      ))}
      <Choice
        to={{ ...readFilters(''), q: filters.q }}
        onChoose={onChoose}
        className={styles.clear}
      >
        Clear
      </Choice>
    </>
  )
}
