'use client'

import '#app/_figure/figure.css'
import { useId, useState } from 'react'
import { count, shortDay } from '#app/_progress/words.ts'
import type { Strip as Counts } from '#lib/study/open-progress.ts'
import { plusDays } from '#lib/learning/day.ts'
import { Collar, FigHead } from './fig-head.tsx'
import styles from './strip.module.css'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Twelve weeks, a column each. It is a table to begin with; its tiles hide the numbers. */
export function Strip({ strip: { from, counts }, today }: { strip: Counts; today: string }) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  const weeks = Array.from({ length: 12 }, (_, week) => plusDays(from, 7 * week))
  const reviews = counts.reduce((sum, each) => sum + each, 0)
  const days = counts.filter((each) => each > 0).length
  return (
    <figure className="fig" aria-labelledby={id}>
      <FigHead
        id={id}
        number={4}
        title="Reviews, last twelve weeks"
        numbers={{ word: 'Numbers', isShown: isTable, show: setTable }}
      />
      <div className={styles.beside}>
        <table className={styles.strip} data-plain={isTable || undefined}>
          <caption className="visually-hidden">
            {count(reviews, 'review')} on {count(days, 'day')}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Day</span>
              </th>
              {weeks.map((week, nth) => (
                <th key={week} scope="col" data-shown={nth % 4 === 0 || nth === 11 || undefined}>
                  <span className="visually-hidden">Week from {shortDay(week)}</span>
                  <span aria-hidden>{nth === 11 ? 'now' : nth % 4 === 0 && shortDay(week)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((name, weekday) => (
              <tr key={name}>
                <th scope="row">
                  <span className={weekday % 2 === 0 ? undefined : 'visually-hidden'}>
                    {name.slice(0, 3)}
                  </span>
                </th>
                {weeks.map((week, nth) => {
                  const n = counts[7 * nth + weekday]
                  return n === undefined ? (
                    <td key={week}>
                      <span className="visually-hidden">not yet</span>
                    </td>
                  ) : (
                    <td key={week} data-level={Math.min(n, 4)}>
                      <span>{n}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <ul className={styles.key} aria-hidden="true">
          {['none', '1', '2', '3', '4 or more'].map((words, level) => (
            <li key={words}>
              <i data-level={level} /> {words}
            </li>
          ))}
        </ul>
      </div>
      <Collar
        phrases={[
          `${count(reviews, 'review')} on ${count(days, 'day')} up to ${shortDay(today)}`,
          'One column a week, Monday at the top',
          'Blank days cost nothing; the schedule absorbs them',
        ]}
      />
    </figure>
  )
}
