import { count, format, longDay } from '#app/_progress/words.ts'
import type { DayAhead } from '#lib/learning/agenda.ts'
import { Plate } from './plate.tsx'
import styles from './progress.module.css'

/** What the next two weeks ask for, a bar a day. */
export function Ahead({ days, dailyMinutes }: { days: readonly DayAhead[]; dailyMinutes: number }) {
  const most = Math.max(...days.map(({ cards }) => cards))
  const cards = days.reduce((sum, day) => sum + day.cards, 0)
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0)
  return (
    <Plate
      number={3}
      title="The next two weeks"
      tables={cards === 0 ? [] : [tableOf(days)]}
      collar={[
        `${count(cards, 'card')}, about ${count(minutes, 'minute')} in all`,
        `Within ${dailyMinutes} minutes a day; what is over is offered on the next`,
        'What you grade from now on adds to it',
      ]}
    >
      {cards === 0 ? (
        <p className={styles.none}>Nothing is due in the next two weeks.</p>
      ) : (
        <div
          role="img"
          aria-label={`Cards due on each of the next fourteen days, at most ${most} on one.`}
          className={styles.bars}
        >
          {days.map((day, nth) => (
            <div key={day.day} data-now={nth === 0 || undefined}>
              <span className={styles.barCount}>{day.cards}</span>
              <svg height={Math.round((104 * day.cards) / most)} aria-hidden>
                <rect width="100%" height="100%" />
              </svg>
              <span className={styles.barDay}>
                {nth === 0 ? 'Now' : format(day.day, { weekday: 'narrow' })}
              </span>
            </div>
          ))}
        </div>
      )}
    </Plate>
  )
}

function tableOf(days: readonly DayAhead[]) {
  return {
    caption: 'Reviews due on each day',
    columns: [{ label: 'Cards' }, { label: 'Minutes' }],
    rows: days.map(({ day, cards, minutes }): [string, number, number] => [
      longDay(day),
      cards,
      minutes,
    ]),
  }
}
