'use client'

import { useEffect, useState } from 'react'
import { keep, recall } from '#app/_outbox/later.ts'
import { Button } from '#app/_ui/button.tsx'
import { Segments } from '#app/_ui/segments.tsx'
import { isExpected, isQuotation, LEVELS, type Level, type Span } from '#lib/quiz/kinds/rubric.ts'
import { latestAnswer } from './answer.ts'
import { latestRubric, type Marking } from './marking.ts'
import { submit, useJournal } from './journal.ts'
import { KeyPointRow, type AskedPoint } from './key-point-row.tsx'
import { chooseLevel, useLevel } from './level.ts'
import { Misheard } from './misheard.tsx'
import { apart } from './apart.ts'
import { Refused } from './refused.tsx'
import { QuotedAnswer } from './quoted-answer.tsx'
import { RubricScore } from './rubric-score.tsx'
import styles from './rubric.module.css'

type Props = { questionId: string; contentHash: string; points: AskedPoint[] }

const LEVEL_NAMES = { intern: 'Intern', mid: 'Mid', senior: 'Senior' }
type Marked = { marking: Marking; level: Level }

const placeOf = (answerId: string) => `marking.${answerId}`
const EMPTY: Marking = { quotes: {}, ticked: [] }

/**
 * The points an interviewer listens for. The reader selects the words of their own answer that earn a
 * point; a tick without words only widens the range.
 */
export function Rubric({ questionId, contentHash, points }: Props) {
  const journal = useJournal(questionId)
  const answer = latestAnswer(journal, 'written')
  const stored = answer && latestRubric(journal, answer.id)
  const [edited, setEdited] = useState<{ answerId: string; marking: Marking } | null>(null)
  const level = useLevel()
  const [selection, setSelection] = useState<Span | null>(null)
  // Marks that were not saved yet when the page was left: on this device, until they are.
  const answerId = answer?.id
  useEffect(() => {
    if (answerId === undefined) return
    void recall<Marked>(placeOf(answerId)).then((kept) => {
      if (kept) setEdited((now) => now ?? { answerId, marking: kept.marking })
      if (kept) chooseLevel(kept.level)
    })
  }, [answerId])
  const isEdited = edited !== null && edited.answerId === answer?.id
  const marking = isEdited ? edited.marking : (stored?.marking ?? EMPTY)
  const shownLevel = isEdited || !stored ? level : stored.level

  function change(next: Marking, at: Level = shownLevel) {
    chooseLevel(at)
    if (!answer) return
    setEdited({ answerId: answer.id, marking: next })
    keep(placeOf(answer.id), { marking: next, level: at } satisfies Marked)
  }

  const likely = answer?.heard?.points ?? {}
  const notQuoted = points.flatMap(({ id, from }) =>
    marking.quotes[id] || !isExpected(from, shownLevel) ? [] : (likely[id] ?? []),
  )

  function save() {
    if (!answer) return
    submit({
      itemId: `${questionId}/rubric`,
      contentHash,
      seed: 0,
      response: { answerId: answer.id, level: shownLevel, ...marking },
      confidence: null,
      elapsedMs: 0,
    })
    setEdited(null)
    keep(placeOf(answer.id), null)
  }

  return (
    <section className={styles.rubric} id="rubric" aria-labelledby="rubric-title">
      <h2 id="rubric-title" className="section-title">
        Rubric
      </h2>
      {answer ? (
        <>
          <p className="muted">
            Select the words of your answer that earn a point, then press <i>Quote</i> beside it. A
            tick without words counts as perhaps.
          </p>
          <div className={styles.beside}>
            <QuotedAnswer
              text={answer.text}
              likely={apart(notQuoted)}
              selection={selection}
              onSelect={(span) => setSelection(isQuotation(answer.text, span) ? span : null)}
            />
          </div>
          <Misheard text={answer.text} found={answer.heard?.misconceptions ?? []} />
        </>
      ) : (
        <p className="muted">
          What an interviewer listens for. Write your answer above, and you can mark it here by
          quoting your own words.
        </p>
      )}
      <div className={`js-only ${styles.level}`}>
        <Segments
          legend="Marked as for"
          name="level"
          segments={LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }))}
          value={shownLevel}
          onChange={(value) => change(marking, value as Level)}
        />
      </div>
      <ul className={styles.points}>
        {points.map((point) => (
          <KeyPointRow
            key={point.id}
            point={point}
            isExpected={isExpected(point.from, shownLevel)}
            answer={answer?.text ?? null}
            marking={marking}
            likely={likely[point.id] ?? []}
            selection={selection}
            onSelect={setSelection}
            onChange={change}
          />
        ))}
      </ul>
      {answer && (
        <div className={styles.foot}>
          <RubricScore points={points} level={shownLevel} marking={marking} />
          <Button look="primary" onClick={save} disabled={!isEdited}>
            Save the rubric
          </Button>
          <p role="status" className="small dim">
            {isEdited ? 'Not saved yet.' : stored && (stored.isStored ? 'Saved.' : 'Saving…')}
          </p>
        </div>
      )}
      <Refused parcels={journal.waiting.filter(({ itemId }) => itemId.endsWith('/rubric'))} />
    </section>
  )
}
