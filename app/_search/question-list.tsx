'use client'

import type { Row } from '#lib/search/listing.ts'
import type { Names } from './names.ts'
import { Rows } from './rows.tsx'
import { useStatuses } from './use-statuses.ts'

/** A list that is the same for everybody, but for where its reader stands with each question. */
export function QuestionList({ rows, names }: { rows: readonly Row[]; names: Names }) {
  return <Rows rows={rows} names={names} statuses={useStatuses()} />
}
