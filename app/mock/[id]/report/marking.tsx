import { useState } from 'react'
import { apart } from '#app/_question/apart.ts'
import { submit } from '#app/_question/journal.ts'
import { KeyPointRow } from '#app/_question/key-point-row.tsx'
import { QuotedAnswer } from '#app/_question/quoted-answer.tsx'
import { RubricScore } from '#app/_question/rubric-score.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Segments } from '#app/_ui/segments.tsx'
import { isExpected, isQuotation, type Level, LEVELS, type Span } from '#lib/quiz/kinds/rubric.ts'
import type { ReportLine, ReportRubric } from '#lib/study/open-report.ts'
import styles from './report.module.css'

const NAMES = { intern: 'Intern', mid: 'Mid', senior: 'Senior' }

/** The answer beside what an interviewer listens for, to be marked by quoting its own words. */
export function Marking({
  line,
  rubric,
  text,
  level: usual,
  onSaved,
}: {
  line: ReportLine
  rubric: ReportRubric
  text: string
  /** at which it is marked unless it was before */
  level: Level
  onSaved: () => void
}) {
  const { points, marked } = rubric
  const [marking, setMarking] = useState({
    quotes: marked?.quotes ?? {},
    ticked: marked?.ticked ?? [],
  })
  const [level, setLevel] = useState(marked?.level ?? usual)
  const [selection, setSelection] = useState<Span | null>(null)

  const likely = line.attempt?.heard?.points ?? {}
  const notQuoted = points.flatMap(({ id, from }) =>
    marking.quotes[id] || !isExpected(from, level) ? [] : (likely[id] ?? []),
  )

  function save() {
    submit({
      itemId: `${line.questionId}/rubric`,
      contentHash: line.contentHash,
      seed: 0,
      response: { answerId: line.attempt!.id, level, ...marking },
      confidence: null,
      elapsedMs: 0,
    })
    onSaved()
  }

  return (
    <div className={styles.marking}>
      <p className="small muted">
        Select the words of your answer that earn a point, then press <i>Quote</i> beside it. A tick
        without words counts as perhaps.
      </p>
      <QuotedAnswer
        text={text}
        likely={apart(notQuoted)}
        selection={selection}
        onSelect={(span) => setSelection(isQuotation(text, span) ? span : null)}
      />
      <Segments
        legend="Marked as for"
        name={`level-${line.position}`}
        segments={LEVELS.map((value) => ({ value, label: NAMES[value] }))}
        value={level}
        onChange={(value) => setLevel(value as Level)}
      />
      <ul>
        {points.map((point) => (
          <KeyPointRow
            key={point.id}
            point={point}
            isExpected={isExpected(point.from, level)}
            answer={text}
            {...{ marking, selection }}
            likely={likely[point.id] ?? []}
            onSelect={setSelection}
            onChange={setMarking}
          />
        ))}
      </ul>
      <div className={styles.mark}>
        <RubricScore {...{ points, level, marking }} />
        <Button look="primary" onClick={save}>
          Save the marks
        </Button>
      </div>
    </div>
  )
}
