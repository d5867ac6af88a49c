type Theme = 'light' | 'dark'

/** --paper of tokens.css in 8-bit sRGB, for the browser's own chrome. */
export const paper: Record<Theme, string> = { light: '#f7fbfa', dark: '#0c1719' }

/**
 * The text of the one inline script, which runs in <head> before anything is painted. It sets on
 * <html>: data-js, data-theme ("light" | "dark"), data-keys="off" where single keys are turned off,
 * and data-account where this browser was signed in last time. Then it serves every
 * [data-theme-switch] button and Shift D. It has to be self-contained: nothing is loaded yet.
 */
export function themeScript() {
  return `(${themeFromHead.toString()})(${JSON.stringify(paper)})`
}

export function themeFromHead(papers: Record<Theme, string>) {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  let choice = stored('theme')

  root.dataset.js = ''
  if (stored('single-keys') === 'off') root.dataset.keys = 'off'
  if (stored('signed-in') === 'yes') root.dataset.account = ''
  apply()

  // A reader who never chose follows the system; a choice in one tab reaches the others.
  system.addEventListener('change', apply)
  addEventListener('storage', (event) => {
    if (event.key !== 'theme') return
    choice = event.newValue
    apply()
  })
  addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-theme-switch]')) change()
  })
  addEventListener('keydown', (event) => {
    const within = (event.target as Element).closest?.('input, textarea, select, [contenteditable]')
    if (event.key !== 'D' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (within || event.isComposing || event.defaultPrevented || root.dataset.keys === 'off') return
    change()
  })

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
