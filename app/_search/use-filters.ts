import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Filters, PAGE, readFilters, writeFilters } from '#lib/search/filters.ts'

const SETTLED = 300

/**
 * Filters that the address holds. A choice is a step that the back button takes back; of a text that is
 * typed the whole is one. Browsers refuse an address that changes with every key, so it follows after a
 * pause.
 * @param address the part after the path, as the server has drawn the page; `form` holds its fields
 */
export function useFilters(address: string, form: RefObject<HTMLFormElement | null>) {
  const [filters, setFilters] = useState(() => readFilters(address))
  const typing = useRef<{ timer: number; begun: boolean }>({ timer: 0, begun: false })

  useEffect(() => {
    function follow() {
      clearTimeout(typing.current.timer)
      typing.current.begun = false
      setFilters(readFilters(location.search))
    }
    function adopt(inForm: Filters) {
      setFilters(inForm)
      history.replaceState(null, '', location.pathname + writeFilters(inForm))
    }
    const inForm = filtersIn(form.current!)
    // Come back to, the page is drawn from what the router kept, which knows nothing of later steps.
    if (writeFilters(readFilters(location.search)) !== address) follow()
    // Typed or chosen before this code had arrived.
    else if (writeFilters(inForm) !== writeFilters({ ...readFilters(address), show: PAGE }))
      adopt(inForm)
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [address, form])

  function choose(next: Filters) {
    clearTimeout(typing.current.timer)
    typing.current.begun = false
    setFilters(next)
    history.pushState(null, '', location.pathname + writeFilters(next))
  }

  function type(next: Filters) {
    clearTimeout(typing.current.timer)
    setFilters(next)
    typing.current.timer = window.setTimeout(() => {
      const path = location.pathname + writeFilters(next)
      if (path === location.pathname + location.search) return
      if (typing.current.begun) history.replaceState(null, '', path)
      else history.pushState(null, '', path)
      typing.current.begun = true
    }, SETTLED)
  }

  return { filters, choose, type }
}

/** What a form asks for, as its fields stand now. */
function filtersIn(form: HTMLFormElement): Filters {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  return readFilters(new URLSearchParams(fields).toString())
}
