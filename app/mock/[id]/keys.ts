'use client'

import { useEffect, useEffectEvent } from 'react'

export type Keys = Partial<Record<string, () => void>>

/**
 * Single keys by their lower-case names. They never fire while something is being typed or has the
 * arrow keys to itself, and can be turned off (`data-keys`). Letters of the options choose them.
 */
export function useKeys(keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, metaKey, ctrlKey, altKey } = event
    const isOff = document.documentElement.dataset['keys'] === 'off'
    if (isOff || metaKey || ctrlKey || altKey || event.defaultPrevented || isTypedInto(target))
      return
    if (chooseOption(key, target)) return
    // Enter and the space bar belong to the control that has the focus.
    const isOnControl = target instanceof Element && target.closest('a, button, summary, input')
    if (isOnControl && (key === 'Enter' || key === ' ')) return
    const act = keys[key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

/** Radios and boxes take no text: letters are free while they have the focus. */
function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const isTicked = target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type)
  return (
    target.isContentEditable ||
    (/^(input|select|textarea)$/i.test(target.tagName) && !isTicked) ||
    target.role === 'slider' ||
    target.closest('dialog') !== null
  )
}

/** @returns whether there is an option of that letter; where it has the focus it hears the key itself */
function chooseOption(key: string, target: EventTarget | null): boolean {
  if (!/^[a-h]$/i.test(key)) return false
  const option = `[data-question] [data-letter="${key.toUpperCase()}"] input`
  const input = document.querySelector<HTMLInputElement>(option)
  if (!input || input.disabled) return false
  const isHeard = target instanceof Element && target.closest('[data-options]')?.contains(input)
  if (isHeard) return true
  input.focus()
  input.click()
  return true
}
