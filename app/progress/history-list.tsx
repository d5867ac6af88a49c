'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { fetchJson } from '#app/_progress/brief.ts'
import { percents } from '#app/_progress/words.ts'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { History, HistoryLine } from '#lib/study/open-history.ts'
import styles from './progress.module.css'
import { confidenceNames, kindNames, moment } from './words.ts'

type State = {
  lines: HistoryLine[]
  next: string | null
  topic: string | null
  phase: 'asking' | 'open' | 'away'
}

/**
 * Every attempt, newest first, twenty at a time: asked for when somebody comes near. `?topic=` in the
 * address leaves those on one topic.
 */
export function HistoryList() {
  const [state, setState] = useState<State>({ lines: [], next: null, topic: null, phase: 'asking' })
  const place = useRef<HTMLElement>(null)
  const { lines, next, topic, phase } = state

  async function more(after = next) {
    setState((shown) => ({ ...shown, phase: 'asking' }))
    const asked = new URLSearchParams(after === null ? {} : { after })
    const only = new URLSearchParams(location.search).get('topic')
    if (only) asked.set('topic', only)
    const page = await fetchJson<History>(`/api/me/history?${asked}`)
    setState((shown) =>
      page
        ? {
            ...page,
            lines: after === null ? page.lines : [...shown.lines, ...page.lines],
            phase: 'open',
          }
        : { ...shown, phase: 'away' },
    )
  }
  function every() {
    history.replaceState(history.state, '', '/progress#history')
    void more(null)
  }
  const begin = useEffectEvent(() => void more())
  useEffect(() => {
    // The browser looked for it before the page above was here.
    if (location.hash === '#history') place.current!.scrollIntoView()
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        observer.disconnect()
        begin()
      },
      { rootMargin: '400px' },
    )
    observer.observe(place.current!)
    return () => observer.disconnect()
  }, [])

  return (
    <section ref={place} aria-labelledby="history" className={styles.history}>
      <h2 id="history" className="section-title">
        {topic === null ? 'Everything you answered' : `What you answered on ${topic.toLowerCase()}`}
      </h2>
      {topic !== null && (
        <p className="small">
          <button type="button" className="link-button" onClick={every}>
            Everything you answered
          </button>
        </p>
      )}
      {lines.length > 0 && (
        <ol className={styles.lines} aria-label="Your answers, newest first">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
      <div role="status">
        {phase === 'asking' && <p className={styles.late}>Looking up your answers…</p>}
        {phase === 'open' && lines.length === 0 && (
          <p className={styles.none}>
            Nothing yet. Each answer is kept here as you gave it, with the question as it was then.
          </p>
        )}
        {phase === 'away' && (
          <p className={styles.problem}>Your answers could not be loaded. They are safe.</p>
        )}
      </div>
      {(phase === 'away' || (phase === 'open' && next !== null)) && (
        <p>
          <Button onClick={() => void more()}>
            {phase === 'away' ? 'Try again' : 'Show older answers'}
          </Button>
        </p>
      )}
    </section>
  )
}

function Line({ line }: { line: HistoryLine }) {
  const { id, title, words, kind, score, confidence, isSelfGraded, receivedAt } = line
  return (
    <li>
      <Link href={`/progress/attempts/${id}`}>
        <span>{title}</span>
        <span className="visually-hidden">: {kindNames[kind] ?? kind}</span>
      </Link>
      <b>{score && percents(score.low, score.high)}</b>
      <small>
        {[
          moment(receivedAt),
          kindNames[kind] ?? kind,
          isSelfGraded && 'graded by you',
          confidence !== null && confidenceNames[confidence],
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
      {words !== '' && <small className={styles.words}>{words}</small>}
    </li>
  )
}
