'use client'

import { useEffect, useRef, useState } from 'react'
import { type Answers, isAnswered, useSheet } from './answers.ts'
import { Bar } from './bar.tsx'
import { EndDialog } from './end-dialog.tsx'
import { Foot } from './foot.tsx'
import { useKeys } from './keys.ts'
import { InterviewMap, Strip } from './map.tsx'
import { Question } from './question.tsx'
import type { OpenInterview } from './requests.ts'
import { Standstill } from './standstill.tsx'
import styles from './interview.module.css'
import { useInterview } from './use-interview.ts'
import { isComplete } from './words.ts'

/** An interview being taken: one question a screen, the map beside it, the clock over it. */
export function Interview({
  interview: opened,
  answers,
  receivedAt,
}: {
  interview: OpenInterview
  answers: Answers
  receivedAt: number
}) {
  const { screens } = opened
  const interview = useInterview(opened, answers, receivedAt)
  const { position, marks, isPaused, isOver, isClosed, go } = interview
  const screen = screens[position]!
  const sheet = useSheet(answers, position)
  const [isEnding, setEnding] = useState(false)
  const [isTimeHidden, setTimeHidden] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const isAtRest = isPaused || isOver || isClosed
  const isLocked = isAtRest || isItemOver()

  // The question changes under the reader's focus: it goes on at the new one. The first gets it too, and
  // one that comes back after a pause, since keys scroll what has the focus.
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    for (const each of [scroller.current, globalThis]) each?.scrollTo({ top: 0 })
    // oxlint-disable-next-line react/exhaustive-deps -- when there is a question to be seen again
  }, [position, isAtRest])

  // It may be over: the server says.
  const { refresh } = interview
  useEffect(() => {
    if (sheet.status === 'refused') void refresh()
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal
  }, [sheet.status])

  /** Of a clock on each question; null without one. */
  function itemLeft(): number | null {
    const { limitMs } = screen
    if (limitMs === null) return null
    return Math.max(0, limitMs - marks[position]!.spentMs - interview.spentHere())
  }

  function isItemOver(): boolean {
    return itemLeft() === 0
  }

  function submit() {
    if (position + 1 < screens.length) go(position + 1)
    else {
      answers.save(position)
      setEnding(true)
    }
  }

  function skip() {
    if (isAnswered(screen, sheet.value)) return submit()
    if (position + 1 < screens.length) go(position + 1, { skipped: true })
    else {
      go(position, { skipped: true })
      setEnding(true)
    }
  }

  const back = () => position > 0 && go(position - 1)
  useKeys(
    isAtRest || isEnding
      ? { t: () => setTimeHidden(!isTimeHidden) }
      : {
          t: () => setTimeHidden(!isTimeHidden),
          f: interview.flag,
          s: skip,
          p: back,
          n: submit,
          enter: submit,
        },
  )
  const places = (picked: (nth: number) => boolean) =>
    screens.flatMap((_, nth) => (picked(nth) ? [nth + 1] : []))
  const isMissing = (nth: number) => {
    const { value } = answers.at(nth)
    return !isAnswered(screens[nth]!, value) || !isComplete(screens[nth]!, value)
  }

  return (
    <div className={styles.interview}>
      <Bar
        {...{ interview, opened, isTimeHidden }}
        onHideTime={() => setTimeHidden(!isTimeHidden)}
      />
      <div ref={scroller} className={styles.scroller}>
        <div className={`page ${styles.columns}`}>
          <div>
            <Strip {...{ screens, answers, interview }} />
            {interview.problem && (
              <p role="alert" className={styles.problem}>
                {interview.problem}
              </p>
            )}
            {isAtRest ? (
              <Standstill {...{ interview, opened, answers }} />
            ) : (
              <>
                <Question
                  key={position}
                  {...{ screen, sheet, isLocked }}
                  count={screens.length}
                  left={isTimeHidden ? null : itemLeft()}
                  headingRef={heading}
                  onEdit={(value) => answers.edit(position, value)}
                  onSettle={(value) => answers.settle(position, value)}
                  onSubmit={submit}
                />
                {isItemOver() && (
                  <p role="status" className={styles.problem}>
                    The time for this question is over: what was saved counts. Go on with the next.
                  </p>
                )}
              </>
            )}
          </div>
          <InterviewMap {...{ screens, answers, interview, isTimeHidden }} />
        </div>
      </div>
      {!isAtRest && (
        <Foot
          isFirst={position === 0}
          isLast={position + 1 === screens.length}
          isFlagged={marks[position]!.flagged}
          isLocked={isLocked}
          onBack={back}
          onFlag={interview.flag}
          onSkip={skip}
          onEnd={() => setEnding(true)}
          onSubmit={submit}
        />
      )}
      {isEnding && !isClosed && (
        <EndDialog
          unanswered={places(isMissing)}
          flagged={places((nth) => marks[nth]!.flagged)}
          unsaved={answers.unsaved().map((nth) => nth + 1)}
          problem={interview.problem}
          onEnd={interview.end}
          onStay={() => setEnding(false)}
        />
      )}
    </div>
  )
}
