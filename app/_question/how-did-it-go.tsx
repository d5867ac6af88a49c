'use client'

import { useState } from 'react'
import { DayInput } from '#app/_ui/day-input.tsx'
import { latestAnswer } from './answer.ts'
import { latestRubric } from './marking.ts'
import { gradeNames, Grades } from './grades.tsx'
import { type JournalState, reviewed, useJournal } from './journal.ts'
import styles from './how-did-it-go.module.css'
import { SayAgain } from './say-again.tsx'
import { lineOf, onDay, record, type ReviewLine } from './reviews.ts'

const KEPT =
  'The server has not answered: this is kept on this device, and its date is set as soon as the server has it.'

/** When this question comes back: suggested by the rubric's score, decided by the reader. */
export function HowDidItGo({
  questionId,
  contentHash,
}: {
  questionId: string
  contentHash: string
}) {
  const journal = useJournal(questionId)
  const [last, setLast] = useState<ReviewLine | null>(null)
  const [failed, setFailed] = useState<{ line: ReviewLine; problem: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [isKept, setKept] = useState(false)
  const { card } = journal
  const rubric = scoredRubric(journal)

  async function send(line: ReviewLine) {
    setBusy(true)
    const result = await record([line])
    setBusy(false)
    setKept(result === 'kept')
    if (result !== 'kept' && 'problem' in result)
      return setFailed({ line, problem: result.problem })
    setFailed(null)
    setLast(line.event === 'undone' ? null : line)
    if (result !== 'kept') result.cards.forEach(reviewed)
  }

  const name = { questionId, keyPointId: '' }
  return (
    <section id="how-did-it-go" className={`js-only ${styles.part}`} aria-labelledby="grade-title">
      <h2 id="grade-title" className="section-title">
        How did that go?
      </h2>
      <SayAgain {...{ questionId, contentHash }} />
      {card === null ? (
        <p className="muted">
          {journal.phase === 'away' ? 'Your reviews could not be loaded.' : 'Loading your reviews…'}
        </p>
      ) : (
        <>
          <Grades
            card={card}
            proposed={rubric?.proposed ?? null}
            busy={busy}
            onGrade={(grade) =>
              void send(
                lineOf({ ...name, event: 'graded', grade, attemptId: rubric?.attemptId ?? null }),
              )
            }
          />
          <div className={styles.foot}>
            <p role="status" className="small muted">
              {isKept ? KEPT : sentence(last, card.dueAt, rubric !== null)}
            </p>
            {last !== null && (
              <button
                type="button"
                className="link-button"
                onClick={() => void send(lineOf({ ...name, event: 'undone', undoes: last.id }))}
              >
                Undo
              </button>
            )}
            {card.dueAt !== null && (
              <label className={styles.date}>
                <span>Another date</span>
                <DayInput
                  min={localDay(card.asOf)}
                  value={localDay(card.dueAt)}
                  onChoose={(day) => {
                    const dueAt = new Date(`${day}T12:00`).toISOString()
                    void send(lineOf({ ...name, event: 'overridden', dueAt }))
                  }}
                />
              </label>
            )}
          </div>
        </>
      )}
      {failed && (
        <p role="alert" className={styles.failed}>
          {failed.problem} Your choice is kept here.{' '}
          <button type="button" className="link-button" onClick={() => void send(failed.line)}>
            Try again
          </button>
        </p>
      )}
    </section>
  )
}

/** The newest stored rubric on the newest answer, and the grade that its quoted end suggests. */
function scoredRubric(journal: JournalState) {
  const answer = latestAnswer(journal, 'written')
  const rubric = answer && latestRubric(journal, answer.id)
  if (!rubric?.isStored) return null
  const attempt = journal.attempts.find(
    ({ item, response }) =>
      item === 'rubric' && (response as { answerId: string }).answerId === answer!.id,
  )
  return attempt ? { attemptId: attempt.id, proposed: attempt.suggests } : null
}

function sentence(last: ReviewLine | null, dueAt: string | null, isMarked: boolean): string {
  const next = dueAt === null ? '' : `This question comes back on ${onDay(dueAt)}.`
  if (last?.event === 'graded') return `Graded ${gradeNames[last.grade - 1]}. ${next}`
  if (last?.event === 'overridden') return `Moved. ${next}`
  if (next !== '') return next
  return isMarked
    ? 'Your rubric suggests a grade; the choice is yours.'
    : 'Grade yourself by what you said, not by what you know now that you have read ours.'
}

/** YYYY-MM-DD where the reader is. */
function localDay(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
