import { useLayoutEffect } from 'react'

/** J and K go from question to question; F opens the filters, or goes to them where they stand open. */
export function useListKeys(onFilters: () => void) {
  // As soon as the page is there: whoever comes by `g` and `q` goes on without a pause.
  useLayoutEffect(() => {
    function press(event: KeyboardEvent) {
      if (!isSingleKey(event)) return
      if (event.key === 'j') move(1)
      else if (event.key === 'k') move(-1)
      else if (event.key === 'f') onFilters()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

function move(by: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = at < 0 && by < 0 ? links.length - 1 : at + by
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus()
}

/** As for every shortcut of one key: not while typing, not with a modifier, and only if they are on. */
function isSingleKey(event: KeyboardEvent) {
  const { target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false
  const field = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog'
  return document.documentElement.dataset['keys'] !== 'off' && !(target as Element).closest?.(field)
}
