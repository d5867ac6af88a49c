import { createRoot, type Root } from 'react-dom/client'
import type { Choice } from './choices.ts'
import { KeyboardMap } from './keyboard-map.tsx'
import { Palette } from './palette.tsx'
import { remember } from './recent.ts'
import { places } from './shortcuts.ts'

type Go = (href: string) => void

/**
 * What a key does that search-button.tsx has heard: `k` opens the palette, `/` goes to the page's own
 * search if it has one, `?` shows the map, and `g` waits for the key that says where to.
 * @param second the key that has been pressed since, if any
 */
export function answerKey(key: string, go: Go, second?: string) {
  if (key === 'g') return second === undefined ? awaitPlace(go) : goTo(second, go)
  const field = key === '/' ? document.querySelector<HTMLInputElement>('[data-search-field]') : null
  if (field) return (field.select(), field.focus())
  if (key === '?') return show(<KeyboardMap onClose={close} />)
  show(<Palette onClose={close} onChoose={(choice) => take(choice, go)} />)
}

/** A root of its own: it is drawn over any page, and knows nothing of it. */
let root: Root | undefined

function show(overlay: React.ReactNode) {
  root ??= createRoot(document.body.appendChild(document.createElement('div')))
  root.render(overlay)
}

function close() {
  root?.render(null)
}

function take(choice: Choice, go: Go) {
  close()
  if ('href' in choice) {
    remember({ href: choice.href, name: choice.name })
    go(choice.href)
  } else if (choice.act === 'theme') {
    document.querySelector<HTMLElement>('[data-theme-switch]')?.click()
  } else {
    answerKey('?', go)
  }
}

const WAIT = 1500

/** @returns whether the key names a place */
function goTo(key: string, go: Go): boolean {
  const place = places[key.toLowerCase()]
  if (place) go(place.href)
  return place !== undefined
}

function awaitPlace(go: Go) {
  const listening = new AbortController()
  const { signal } = listening
  function press(event: KeyboardEvent) {
    listening.abort()
    if (event.ctrlKey || event.metaKey || event.altKey || !goTo(event.key, go)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('keydown', press, { signal, capture: true })
  setTimeout(() => listening.abort(), WAIT)
}
