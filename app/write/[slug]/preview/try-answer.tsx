'use client'

import { useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import styles from './preview.module.css'

/** The box before our answer. What is typed here is kept nowhere. */
export function TryAnswer({ asked, isShown }: { asked: string; isShown: boolean }) {
  const [shown, setShown] = useState(isShown)
  const place = useRef<HTMLElement>(null)
  function turn() {
    place.current?.closest('article')?.setAttribute('data-answer', shown ? 'hidden' : 'shown')
    setShown(!shown)
  }
  return (
    <section ref={place} className={styles.answer} aria-labelledby="your-answer-title">
      <h2 id="your-answer-title">Your answer, before ours</h2>
      <p>{asked}</p>
      <textarea
        aria-label="Your answer"
        rows={5}
        placeholder="What is typed here is kept nowhere."
      />
      <Button look="primary" onClick={turn}>
        {shown ? 'Hide the short answer' : 'Show the short answer'}
      </Button>
    </section>
  )
}
