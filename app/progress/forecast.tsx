'use client'

import { useState } from 'react'
import { saveSettings } from '#app/_progress/brief.ts'
import { Ranges } from '#app/_progress/ranges.tsx'
import { count, dayAndMonth, percent, percents } from '#app/_progress/words.ts'
import { Link } from '#app/_ui/link.tsx'
import type { InterviewForecast } from '#lib/study/open-forecast.ts'
import { InterviewDate } from './interview-date.tsx'
import { Plan } from './plan.tsx'
import { Plate } from './plate.tsx'
import styles from './progress.module.css'

/** What will still be recalled on the day, and the least that would make it enough. */
export function Forecast({
  interview,
  today,
  onChange,
}: {
  interview: InterviewForecast
  today: string
  onChange: () => Promise<void>
}) {
  const [problem, setProblem] = useState<string | null>(null)
  const { on, target, expected, plan } = interview

  async function save(patch: object) {
    const failed = await saveSettings(patch)
    setProblem(failed)
    if (failed === null) await onChange()
  }

  return (
    <Plate
      number={2}
      title={
        on === null ? 'The day of your interview' : `Your interview on ${dayAndMonth(on, today)}`
      }
      tables={expected === null ? [] : [tableOf(interview)]}
      collar={
        expected === null
          ? []
          : [
              'Each card by its own forgetting curve (FSRS), one by one',
              'Bar: at least 80 % of outcomes, tick: expectation, dashed: target',
              'Cards of one topic are forgotten together: the true range is somewhat wider',
            ]
      }
    >
      <div className={styles.forecast}>
        <div>
          <InterviewDate {...{ on, target, today }} onSave={(patch) => void save(patch)} />
          {problem && (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
          <p className={styles.finding} role="status">
            {finding(interview)}
          </p>
          {plan !== null && <Plan plan={plan} target={target} today={today} />}
        </div>
        {expected !== null && (
          <div>
            <h3 className="label">If you review nothing more</h3>
            <Ranges
              label={`Share of your cards recalled on the day: ${percent(expected.expected)} expected, ${percents(expected.low, expected.high)}; the target is ${percent(target)}.`}
              target={target}
              rows={rowsOf(interview).map((row) => ({
                name: row.title,
                text: percents(row.low, row.high),
                note: count(row.cards, 'card'),
                estimate: { low: row.low, middle: row.expected, high: row.high },
              }))}
            />
            <p className="small">
              <Link href="/about/scoring#forecast">How this is computed</Link>
            </p>
          </div>
        )}
      </div>
    </Plate>
  )
}

function finding({ on, daysLeft, expected, target }: InterviewForecast): string {
  if (on === null || daysLeft === null)
    return 'Give the date, and this says what you will still recall on it, and the least that brings it to your target.'
  if (daysLeft < 0) return 'That day has passed. Set the next one, or clear it.'
  const when = daysLeft === 0 ? 'Today' : `In ${count(daysLeft, 'day')}`
  if (expected === null)
    return `${when}. There is no card yet to look ahead with: grade a question first.`
  const share = `${when} you would recall ${percent(expected.expected)} of your ${count(expected.cards, 'card')}`
  const side = expected.expected >= target ? 'at or above' : 'below'
  return `${share}, ${side} your target of ${percent(target)}. Questions that you have not begun are not in it.`
}

/** All cards first, then by topic where there is more than one. */
function rowsOf({ expected, topics }: InterviewForecast) {
  const all = { ...expected!, title: 'All your cards' }
  return topics.length > 1 ? [all, ...topics] : [all]
}

function tableOf(interview: InterviewForecast) {
  return {
    caption: 'Recalled on the day, if nothing more is reviewed',
    columns: ['Cards', 'Expected', 'From', 'To'].map((label) => ({ label })),
    rows: rowsOf(interview).map((row): [string, ...(string | number)[]] => [
      row.title,
      row.cards,
      percent(row.expected),
      percent(row.low),
      percent(row.high),
    ]),
  }
}
