import 'server-only'
import { addAttempts } from '#lib/db/attempt.ts'
import { keepVersions } from '#lib/db/content-version.ts'
import * as stored from '#lib/db/import.ts'
import { addReviews, lockLog } from '#lib/db/review.ts'
import { putSettings } from '#lib/db/settings.ts'
import { transaction, type Transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'
import type { ExportedFile } from './import-file.ts'
import { gradesOf } from './import-grades.ts'
import { namesOf } from './import-names.ts'
import { type Plan, planImport } from './import-plan.ts'
import { rebuildCardsIn } from './rebuild-cards.ts'

/** What becomes of the rows of one kind: added, here already, or left out because this site cannot show them. */
export type Tally = { added: number; here: number; leftOut: number }
export type Tallies = Record<
  'attempts' | 'reviews' | 'interviews' | 'drafts' | 'notes' | 'marks' | 'reports' | 'settings',
  Tally
>

/**
 * Adds what a file holds to what a reader has, all or nothing: nothing is overwritten, and what is here
 * already is not doubled. Cards are then derived anew. The e-mail, the role and the ways to sign in stay
 * those of the account that imports.
 * @param also what is done in the same transaction
 * @returns null when there is nobody under that id any more
 */
export async function importEverything(
  userId: string,
  file: ExportedFile,
  also: (tx: Transaction) => Promise<void> = async () => {},
): Promise<Tallies | null> {
  const grades = await judged(userId, file)
  return transaction(async (tx) => {
    const owner = await holdOwner(tx, userId)
    if (owner === null) return null
    // One import of a reader at a time: of two that come at once the second finds all of it here.
    await lockLog(tx, owner)
    const plan = await planImport(tx, owner, file, grades)
    await carryOut(tx, owner, plan)
    await also(tx)
    return plan.tallies
  }, PATIENCE)
}

/** What would come of it. @param userId null for somebody unknown, who has nothing here */
export async function previewImport(userId: string | null, file: ExportedFile): Promise<Tallies> {
  const grades = await judged(userId ?? '', file)
  return transaction(
    async (tx) => (await planImport(tx, userId ?? '', file, grades)).tallies,
    PATIENCE,
  )
}

async function judged(userId: string, file: ExportedFile) {
  const names = await transaction((tx) => namesOf(tx, userId, file), PATIENCE)
  return gradesOf(file, names)
}

/** A whole history may take longer than one answer. In ms. */
const PATIENCE = 60_000

/** In pieces, between which others are served. */
function parts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 200) }, (_, nth) =>
    rows.slice(nth * 200, nth * 200 + 200),
  )
}

async function carryOut(tx: Transaction, userId: string, plan: Plan): Promise<void> {
  await keepVersions(tx, plan.versions)
  await stored.addInterviews(tx, plan.interviews)
  for (const some of parts(plan.attempts)) await addAttempts(tx, some)
  for (const some of parts(plan.reviews)) await addReviews(tx, some)
  for (const table of ['drafts', 'notes'] as const)
    for (const each of plan[table]) await stored.putText(tx, table, userId, each)
  await stored.addMarks(tx, plan.marks)
  await stored.addReports(tx, plan.reports)
  if (plan.settings) await putSettings(tx, userId, plan.settings)
  await rebuildCardsIn(tx, userId)
}
