import { type KeyboardEvent, useEffect, useState } from 'react'
import { Dialog } from '#app/_ui/dialog.tsx'
import { SearchIcon } from '#app/_ui/icon.tsx'
import type { Engine } from '#lib/search/engine.ts'
import { type Choice, choicesFor } from './choices.ts'
import { loadEngine } from './engine.ts'
import { Marked } from './marked.tsx'
import styles from './overlays.module.css'

type Props = { onClose: () => void; onChoose: (choice: Choice) => void }

/** Search or jump: questions first, then what can be done. Arrow keys choose, Enter goes there. */
export function Palette({ onClose, onChoose }: Props) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { engine, isAway } = useEngine(text)
  const groups = choicesFor(text, engine)
  const all = groups.flatMap(({ choices }) => choices)
  const current = Math.min(at, all.length - 1)

  function press(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) setAt((current + by + all.length) % all.length)
    else if (event.key === 'Enter' && all[current]) onChoose(all[current])
    else return
    event.preventDefault()
  }

  return (
    <Dialog label="Search or jump" onClose={onClose}>
      <div className={styles.ask}>
        <SearchIcon />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what the dialog was opened for
          autoFocus
          role="combobox"
          aria-label="Search or jump to"
          aria-expanded={all.length > 0}
          aria-controls="palette-choices"
          aria-activedescendant={all.length > 0 ? `palette-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Search or jump to"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
        <kbd>Esc</kbd>
      </div>
      <div id="palette-choices" role="listbox" aria-label="Choices" className={styles.choices}>
        {groups.map(({ title, choices }) => (
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden="true">{title}</p>
            {choices.map((choice) => (
              <Line
                key={choice.name}
                id={`palette-${all.indexOf(choice)}`}
                choice={choice}
                isCurrent={all.indexOf(choice) === current}
                onPoint={() => setAt(all.indexOf(choice))}
                onChoose={onChoose}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={all.length === 0 || isAway ? styles.none : 'visually-hidden'}>
        {wordsFor(all.length, isAway, engine === null)}
      </p>
    </Dialog>
  )
}

type LineProps = {
  id: string
  choice: Choice
  isCurrent: boolean
  onPoint: () => void
  onChoose: Props['onChoose']
}

/** Chosen by the field's keys or by a pointer: it never has the focus itself. */
function Line({ id, choice, isCurrent, onPoint, onChoose }: LineProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      ref={isCurrent ? intoView : null}
      role="option"
      aria-selected={isCurrent}
      className={styles.choice}
      onPointerMove={onPoint}
      onClick={() => onChoose(choice)}
    >
      <span>
        <Marked text={choice.name} terms={choice.terms ?? []} />
      </span>
      <span>{isCurrent ? 'Enter' : choice.keys}</span>
    </div>
  )
}

/** Asked for again with each key, as long as it has not come. */
function useEngine(text: string) {
  const [engine, setEngine] = useState<Engine | null>(null)
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    if (engine !== null) return
    loadEngine().then(
      (loaded) => {
        setEngine(loaded)
        setAway(false)
      },
      () => setAway(true),
    )
  }, [engine, text])
  return { engine, isAway }
}

function intoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}

function wordsFor(count: number, isAway: boolean, isLoading: boolean): string {
  if (isAway) return 'The search index could not be fetched, so nothing is searched here now.'
  if (isLoading) return 'Fetching the search index.'
  if (count === 0) return 'Nothing is called that. A shorter word may find it.'
  return count === 1 ? '1 choice' : `${count} choices`
}
