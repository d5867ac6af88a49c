'use client'

import { type ComponentProps, useEffect, useEffectEvent, useRef } from 'react'

/** Between two keys of somebody who is typing a date. */
const PAUSE_MS = 800

type DayInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  /** YYYY-MM-DD, or '' */
  value: string
  onChoose: (day: string) => void
  /** whether no day at all can be chosen */
  mayBeEmpty?: boolean
}

/**
 * A day that takes hold once it has been chosen: after a pause, at Enter, or when the field is left.
 * Typed part by part a date goes through others, and through what is none; nothing is saved of those, and
 * nothing put back under a typing hand. What is no day that may be chosen gives way to the last one.
 */
export function DayInput({ value, onChoose, mayBeEmpty = false, ...rest }: DayInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)

  const settle = useEffectEvent((isLeft: boolean) => {
    clearTimeout(pause.current)
    pause.current = undefined
    const field = input.current!
    const isChosen =
      field.validity.valid && (field.value !== '' || mayBeEmpty) && field.value !== value
    if (isChosen) onChoose(field.value)
    else if (isLeft) field.value = value
  })
  useEffect(() => {
    const field = input.current!
    const typed = () => {
      clearTimeout(pause.current)
      pause.current = setTimeout(() => settle(false), PAUSE_MS)
    }
    const pressed = ({ key }: KeyboardEvent) => key === 'Enter' && settle(false)
    const left = () => settle(true)
    field.addEventListener('input', typed)
    field.addEventListener('keydown', pressed)
    field.addEventListener('blur', left)
    return () => {
      clearTimeout(pause.current)
      field.removeEventListener('input', typed)
      field.removeEventListener('keydown', pressed)
      field.removeEventListener('blur', left)
    }
  }, [])
  // Settled elsewhere, it is shown here too: but never over what is being typed.
  useEffect(() => {
    if (pause.current === undefined) input.current!.value = value
  }, [value])

  return <input ref={input} type="date" defaultValue={value} {...rest} />
}
