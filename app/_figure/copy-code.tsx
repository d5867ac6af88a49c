import { useEffect, useRef, useState } from 'react'
import type { Code, Language } from '#lib/figures/code.ts'
import { toClipboard } from './clipboard.ts'

const languages: readonly { id: Language; name: string; says: string }[] = [
  { id: 'python', name: 'Python', says: 'scikit-learn' },
  { id: 'r', name: 'R', says: 'glmnet' },
  { id: 'typescript', name: 'TypeScript', says: 'our solver' },
]

/** Of one state of the figure: in another nothing is open, and nothing has been copied. */
type Stand = { link: string; open?: boolean; outcome?: Outcome }
type Outcome = { copied: string } | { byHand: string; name: string } | { failed: true }

/** What is drawn, as a program that computes it again. What writes programs comes with the first use. */
export function CopyCode({ codes, link }: { codes: () => readonly Code[]; link: string }) {
  const [stand, setStand] = useState<Stand>({ link })
  const { open = false, outcome }: Partial<Stand> = stand.link === link ? stand : {}
  const place = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const shown = open || (outcome !== undefined && 'byHand' in outcome)
  useLeave(place, shown, (byKey) => {
    setStand({ link })
    if (byKey) button.current?.focus()
  })

  async function copy({ id, name }: (typeof languages)[number]) {
    const came = await copied(codes(), id, name, link)
    setStand({ link, outcome: came })
    button.current?.focus()
    if ('copied' in came)
      setTimeout(() => setStand((now) => (now.outcome === came ? { link } : now)), 2500)
  }
  function toggle() {
    setStand({ link, open: !open })
    // asked for now, it is there when a language is chosen: some browsers copy within a moment only
    void writer().catch(() => undefined)
  }
  return (
    <span ref={place} className="fig-code">
      <button
        ref={button}
        type="button"
        className="link-button"
        aria-expanded={open}
        onClick={toggle}
      >
        {outcome && 'copied' in outcome ? 'Copied' : 'Copy as code'}
      </button>
      {open && (
        <span className="fig-languages" role="group" aria-label="Copy as code in">
          {languages.map((language) => (
            <button key={language.id} type="button" onClick={() => copy(language)}>
              {language.name} <span>{language.says}</span>
            </button>
          ))}
        </span>
      )}
      <Told outcome={outcome} />
    </span>
  )
}

/** What became of it, heard as well as seen; by hand where the clipboard is refused. */
function Told({ outcome }: { outcome: Outcome | undefined }) {
  return (
    <>
      <span role="status" className={outcome && 'failed' in outcome ? '' : 'visually-hidden'}>
        {outcome && 'copied' in outcome && `${outcome.copied} copied`}
        {outcome && 'failed' in outcome && 'The code did not arrive. Try again.'}
      </span>
      {outcome && 'byHand' in outcome && (
        <textarea
          className="fig-program"
          readOnly
          spellCheck={false}
          rows={12}
          aria-label={`${outcome.name}, to be copied by hand`}
          value={outcome.byHand}
          ref={focusOn}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  )
}

async function copied(
  codes: readonly Code[],
  language: Language,
  name: string,
  link: string,
): Promise<Outcome> {
  try {
    const { program } = await writer()
    const text = program(codes, language, new URL(link, window.location.href).href)
    return (await toClipboard(text)) ? { copied: name } : { byHand: text, name }
  } catch {
    return { failed: true }
  }
}

/** The same function each time, so that React calls it once. */
function focusOn(area: HTMLTextAreaElement | null) {
  area?.focus()
}

function writer() {
  return import('#lib/figures/code.ts')
}

/** Whoever presses Escape, or presses elsewhere, has done with it. */
function useLeave(
  place: { current: HTMLElement | null },
  open: boolean,
  leave: (byKey: boolean) => void,
) {
  useEffect(() => {
    if (!open) return
    const onPointer = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) leave(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave(true)
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  })
}
