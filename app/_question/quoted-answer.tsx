'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import type { Span } from '#lib/quiz/kinds/rubric.ts'
import styles from './quoted-answer.module.css'

/**
 * The reader's answer, to select words in. A text box: mouse, touch and keyboard (Shift and the
 * arrows) select in it as everywhere, and it keeps its selection while a button is pressed. Not
 * `readonly`, since Chromium gives that no caret and so nothing to select with by keyboard; every
 * change is refused instead, and no keyboard comes up on a touch screen. Likely words are underlined
 * in a copy of the text that lies behind it.
 */
export function QuotedAnswer({
  text,
  likely = [],
  selection,
  onSelect,
}: {
  text: string
  /** in the order of the text, apart from each other */
  likely?: readonly Span[]
  selection: Span | null
  onSelect: (span: Span) => void
}) {
  const box = useRef<HTMLTextAreaElement>(null)
  const behind = useRef<HTMLDivElement>(null)
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
  // Selected by a button elsewhere: shown here, and the focus stays where it is.
  useEffect(() => {
    const { current } = box
    if (selection && current && document.activeElement !== current)
      current.setSelectionRange(...selection)
  }, [selection])
  return (
    <div className={styles.answer}>
      <div className={styles.layers}>
        <div ref={behind} className={styles.behind} aria-hidden="true">
          <Underlined text={text} spans={likely} />
        </div>
        <textarea
          ref={box}
          aria-readonly="true"
          inputMode="none"
          key={text}
          defaultValue={text}
          rows={Math.min(8, Math.max(3, Math.ceil(text.length / 70)))}
          aria-label="Your answer, to quote from. Select words with Shift and the arrow keys."
          onScroll={({ currentTarget }) => {
            if (behind.current) behind.current.scrollTop = currentTarget.scrollTop
          }}
        />
      </div>
      <p role="status" className="small dim">
        {selection ? `Selected: “${excerpt(text.slice(...selection))}”` : 'Nothing selected.'}
      </p>
      {likely.length > 0 && (
        <p className="small dim">
          Underlined: words that may earn a point. Whether they do, you say.
        </p>
      )}
    </div>
  )
}

function Underlined({ text, spans }: { text: string; spans: readonly Span[] }) {
  const ends = [0, ...spans.flat(), text.length]
  // A last line break is not drawn without something after it.
  return [...ends.slice(1).map((end, nth) => pieceOf(text.slice(ends[nth], end), nth)), ' ']
}

/** Every other piece is a likely one. */
function pieceOf(words: string, nth: number) {
  return nth % 2 === 0 ? words : <mark key={nth}>{words}</mark>
}

function excerpt(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 40)} … ${line.slice(-15)}` : line
}
