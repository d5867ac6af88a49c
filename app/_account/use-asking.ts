'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Refusal } from './authenticate.ts'

/**
 * A form that asks the server one thing at a time. What was typed stays, whatever the answer.
 * @param ask what is refused comes back; after null the form waits on, for a page that is about to go
 */
export function useAsking(ask: (typed: FormData) => Promise<Refusal | null>) {
  const form = useRef<HTMLFormElement>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [waiting, setWaiting] = useState(false)

  // To what needs mending first; to the sentence itself when no field can mend it.
  useEffect(() => {
    const place =
      form.current?.querySelector<HTMLElement>('[aria-invalid]') ??
      form.current?.querySelector<HTMLElement>('[role=alert]')
    if (refusal) place?.focus()
  }, [refusal])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (waiting || !form.current) return
    setRefusal(null)
    setWaiting(true)
    const refused = await ask(new FormData(form.current))
    if (!refused) return
    setWaiting(false)
    setRefusal(refused)
  }

  return { form, refusal, waiting, submit }
}
