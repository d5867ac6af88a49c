import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import type { AnswerValue } from '#lib/study/interview-entry.ts'
import { answerInWords } from './answer-in-words.ts'
import { isAnswered } from './answers.ts'
import type { Screen } from './requests.ts'
import type { SheetState } from './sheet.ts'
import styles from './question.module.css'
import { CONFIDENCE, missingIn } from './words.ts'

const WORDS = {
  empty: '',
  typing: 'Typing…',
  saving: 'Saving…',
  saved: 'Saved',
  kept: 'Not saved yet (kept on this device)',
  'changed-elsewhere': 'Not saved: changed elsewhere',
  refused: '',
}

/** typing → saving → saved / not saved yet / changed elsewhere, in words; a conflict with both answers. */
export function AnswerStatus({
  screen,
  sheet: { status, value, other, message },
  onSettle,
}: {
  screen: Screen
  sheet: SheetState
  onSettle: (value: AnswerValue) => void
}) {
  const isText = !('item' in screen.ask)
  const missing = status === 'saved' && isAnswered(screen, value) ? missingIn(screen, value) : null
  return (
    <div className={styles.status}>
      <p role="status" data-saving className="small dim">
        {WORDS[status]}
      </p>
      {missing && <p className="small">Not complete yet. {missing}</p>}
      {message && (
        <Notice tone="warn" live="alert">
          <p className="small">{message}</p>
        </Notice>
      )}
      {other && (
        <Notice
          tone="warn"
          title="This answer was changed in another tab or on another device"
          live="alert"
        >
          <p className="small">Both are kept. The other one:</p>
          <blockquote className={styles.other}>{answerInWords(screen, other)}</blockquote>
          {other.confidence !== value.confidence && <p className="small dim">{sureOf(other)}</p>}
          <div className={styles.buttons}>
            <Button onClick={() => onSettle(value)}>Keep this one</Button>
            <Button onClick={() => onSettle(other)}>Use the other one</Button>
            {isText && <Button onClick={() => onSettle(joined(value, other))}>Keep both</Button>}
          </div>
        </Notice>
      )}
    </div>
  )
}

/** Also where it is all that differs. */
function sureOf({ confidence }: AnswerValue): string {
  return confidence === null
    ? 'It does not say how sure you are.'
    : `How sure: ${CONFIDENCE[confidence]}.`
}

function joined(mine: AnswerValue, other: AnswerValue): AnswerValue {
  return { ...mine, response: `${String(mine.response)}\n\n${String(other.response)}` }
}
