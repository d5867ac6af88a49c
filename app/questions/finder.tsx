'use client'

import { useRef, useState } from 'react'
import { type Names, countOf } from '#app/_search/names.ts'
import { useFilters } from '#app/_search/use-filters.ts'
import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { facets, PAGE, toggled } from '#lib/search/filters.ts'
import type { Listing } from '#lib/search/listing.ts'
import { Announced } from './announced.tsx'
import { ChosenFilters } from './chosen-filters.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { Found } from './found.tsx'
import { ListKeys } from './list-keys.tsx'
import styles from './questions.module.css'
import { SearchField } from './search-field.tsx'
import { useList } from './use-list.ts'
import { useListKeys } from './use-list-keys.ts'

type Props = { address: string; first: Listing; names: Names }

/**
 * All questions, searched and filtered: a form that the server answers, until the index is there; from
 * then on each key is answered here.
 * @param address of the list that the server has drawn, the part after the path; `first` is that list
 */
export function Finder({ address, first, names }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { filters, choose, type } = useFilters(address, form)
  const { listing, statuses, near, isWaiting, isAway } = useList(filters, address, first, names)
  const [isOpen, setOpen] = useState(false)
  useListKeys(() => setOpen(!isOpen))
  const chosen = facets.reduce((sum, facet) => sum + filters[facet].length, 0)
  const ours = { filters, names, listing, onChoose: choose }
  return (
    <form
      ref={form}
      action="/questions"
      autoComplete="off"
      role="search"
      className={styles.finder}
      onSubmit={(event) => !isAway && event.preventDefault()}
    >
      <div className={styles.head}>
        <h1 className="title">Questions</h1>
        <div className={styles.ask}>
          <SearchField
            text={filters.q}
            onFocus={near}
            onType={(q) => type({ ...filters, q, show: PAGE })}
          />
          <span className="no-js-only">
            <Button type="submit">Search</Button>
          </span>
          <a
            href="#filters"
            role="button"
            aria-expanded={isOpen}
            className={styles.open}
            onClick={(event) => {
              event.preventDefault()
              setOpen(!isOpen)
            }}
          >
            Filters {chosen > 0 && <b>{chosen}</b>}
          </a>
        </div>
      </div>
      <FilterPanel
        {...ours}
        isOpen={isOpen}
        onToggle={(facet, value) => choose(toggled(filters, facet, value))}
        onNear={near}
        onClose={() => setOpen(false)}
      />
      <div className={styles.found} aria-busy={isWaiting}>
        <div className={styles.said}>
          <p>{sentenceOf(listing, filters.q)}</p>
          <ChosenFilters {...ours} />
        </div>
        <Announced text={`${countOf(listing.total)} found`} />
        {isAway && (
          <Notice tone="warn" live="status" title="The search index could not be fetched">
            The list below is as it was. Press Enter in the search field to ask the server instead.
          </Notice>
        )}
        <Found {...ours} statuses={statuses} />
        <ListKeys />
      </div>
    </form>
  )
}

function sentenceOf({ total, all, counts }: Listing, q: string) {
  const due = counts.status['due'] ?? 0
  const order = q.trim() === '' ? ', newest first' : ', best match first'
  return (
    <>
      <b>{countOf(total)}</b>
      {due > 0 && `, ${due} due`}
      {total > 1 && order}
      {!all && '. None has all of these words; these have some'}
    </>
  )
}
