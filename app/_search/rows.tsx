import type { Row } from '#lib/search/listing.ts'
import type { Names } from './names.ts'
import { QuestionRow } from './question-row.tsx'
import styles from './rows.module.css'
import { TrayBar } from './tray-bar.tsx'
import type { Statuses } from './use-statuses.ts'

type Props = { rows: readonly Row[]; names: Names; statuses: Statuses | null }

/** Questions under one another, with the heads of their columns. */
export function Rows({ rows, names, statuses }: Props) {
  return (
    <>
      <div className={styles.heads} aria-hidden="true">
        <span />
        <span>Question</span>
        <span>Level</span>
        <span>Recall</span>
        <span>Time</span>
        <span />
      </div>
      <ul className={styles.rows} aria-label="Questions">
        {rows.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            names={names}
            standing={statuses?.[question.id]}
          />
        ))}
      </ul>
      <TrayBar />
    </>
  )
}
