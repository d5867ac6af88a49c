type Theme = 'light' | 'dark'

/** --paper of tokens.css in 8-bit sRGB, for the browser's own chrome. */
export const paper: Record<Theme, string> = { light: '#f7fbfa', dark: '#0c1719' }

/**
 * The text of the one inline script, which runs in <head> before anything is painted. It sets on <html>:
 * - data-js, and data-theme ("light" | "dark");
 * - data-keys="off" where single keys are turned off;
 * - data-blind where level and company of a question are hidden until it is answered;
 * - data-account where this browser was signed in last time;
 * - data-offline while there is no network;
 * - data-returning where its reader has reviews to come back to (the front page then opens with them).
 *
 * Then it serves every [data-theme-switch] button and Shift D, notes which button was pressed last, closes
 * a menu by whose link the reader leaves, hands the keys of search and of the keyboard's map to the button
 * that is for them, and of a built site registers the service worker (app/_outbox/worker.ts). It has to be
 * self-contained: nothing is loaded yet.
 */
export function themeScript() {
  const isBuilt = process.env.NODE_ENV === 'production'
  return `(${themeFromHead.toString()})(${JSON.stringify(paper)}, ${isBuilt})`
}

export function themeFromHead(papers: Record<Theme, string>, isBuilt = false) {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  let choice = stored('theme')

  root.dataset.js = ''
  if (stored('single-keys') === 'off') root.dataset.keys = 'off'
  if (stored('blind') === 'on') root.dataset.blind = ''
  if (stored('ridgeline.who')) root.dataset.account = ''
  if (stored('ridgeline.returning') === 'yes') root.dataset.returning = ''
  apply()

  // A reader who never chose follows the system; a choice in one tab reaches the others.
  system.addEventListener('change', apply)
  addEventListener('storage', (event) => {
    if (event.key !== 'theme') return
    choice = event.newValue
    apply()
  })
  addEventListener('click', (event) => {
    const target = event.target as Element
    // For a part that nothing answers in yet (app/_ui/late.tsx).
    Object.assign(root, { pressed: target.closest('button') })
    if (target.closest('[data-theme-switch]')) change()
    // The menu of the page that was left.
    else if (target.closest('[popover] a')) target.closest<HTMLElement>('[popover]')!.hidePopover()
  })
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, repeat, isComposing, defaultPrevented } = event
    if (altKey || repeat || isComposing || defaultPrevented) return
    if (ctrlKey || metaKey) {
      if (key === 'k') ask(event)
      return
    }
    const field = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'
    if ((event.target as Element).closest?.(field) || root.dataset.keys === 'off') return
    if (key === 'D') change()
    else if (/^[/?g]$/.test(key)) ask(event)
  })

  if (isBuilt) workOffline()

  // The button knows what to do with each of these keys (app/_search/search-button.tsx).
  function ask(event: KeyboardEvent) {
    const button = document.querySelector<HTMLButtonElement>('[data-ask]')
    if (!button || document.querySelector('dialog[open]')) return
    event.preventDefault()
    button.value = event.key
    button.click()
  }

  // Said in the bar over every page (app/_outbox/outbox-state.tsx); and the service worker, after all that
  // the page itself needs. Where it is refused, the site is as without it.
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- this function's text travels alone
  function workOffline() {
    const { serviceWorker } = navigator
    const heed = () => root.toggleAttribute('data-offline', !navigator.onLine)
    for (const type of ['online', 'offline']) addEventListener(type, heed)
    heed()
    if (!serviceWorker) return
    const register = () =>
      serviceWorker
        .register('/service-worker', { updateViaCache: 'none' })
        .then(() => serviceWorker.ready)
        .then(({ active }) => active!.postMessage('loaded'))
        .catch(() => {})
    addEventListener('load', () => setTimeout(register, 1000))
  }

  function change() {
    choice = root.dataset.theme === 'dark' ? 'light' : 'dark'
    try {
      localStorage.setItem('theme', choice)
    } catch {
      // Storage is refused or full: the choice lasts as long as this page.
    }
    apply()
  }

  function apply() {
    const theme =
      choice === 'light' || choice === 'dark' ? choice : system.matches ? 'dark' : 'light'
    root.dataset.theme = theme
    let bar = document.querySelector<HTMLMetaElement>('meta[data-theme-bar]')
    if (!bar) {
      // First of its name, so it comes before the two that follow the system without JavaScript.
      bar = document.createElement('meta')
      bar.name = 'theme-color'
      bar.dataset.themeBar = ''
      document.head.prepend(bar)
    }
    bar.content = papers[theme]
  }

  // oxlint-disable-next-line unicorn/consistent-function-scoping -- this function's text travels alone
  function stored(key: string) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
}
