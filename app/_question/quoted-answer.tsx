'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import type { Span } from '#lib/quiz/kinds/rubric.ts'
import styles from './quoted-answer.module.css'

/**
 * The reader's answer, to select words in. A text box: mouse, touch and keyboard (Shift and the
 * arrows) select in it as everywhere, and it keeps its selection while a button is pressed. Not
 * `readonly`, since Chromium gives that no caret and so nothing to select with by keyboard; every
 * change is refused instead, and no keyboard comes up on a touch screen.
 */
export function QuotedAnswer({
  text,
  selection,
  onSelect,
}: {
  text: string
  selection: Span | null
  onSelect: (span: Span) => void
}) {
  const box = useRef<HTMLTextAreaElement>(null)
  const report = useEffectEvent(() => {
    const { current } = box
    if (!current || document.activeElement !== current) return
    onSelect([current.selectionStart, current.selectionEnd])
  })
  // React's own onSelect does not hear the handles of a touch screen.
  useEffect(() => {
    const read = () => report()
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [])
  useEffect(() => {
    const { current } = box
    const refuse = (event: Event) => event.preventDefault()
    // An input method's composition cannot be refused, only taken back.
    const restore = () => {
      if (current) current.value = text
    }
    current?.addEventListener('beforeinput', refuse)
    current?.addEventListener('input', restore)
    return () => {
      current?.removeEventListener('beforeinput', refuse)
      current?.removeEventListener('input', restore)
    }
  }, [text])
  return (
    <div className={styles.answer}>
      <textarea
        ref={box}
        aria-readonly="true"
        inputMode="none"
        key={text}
        defaultValue={text}
        rows={Math.min(8, Math.max(3, Math.ceil(text.length / 70)))}
        aria-label="Your answer, to quote from. Select words with Shift and the arrow keys."
      />
      <p role="status" className="small dim">
        {selection ? `Selected: “${excerpt(text.slice(...selection))}”` : 'Nothing selected.'}
      </p>
    </div>
  )
}

function excerpt(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 40)} … ${line.slice(-15)}` : line
}
