import 'server-only'
import { moveInterviews } from './interview.ts'
import type { Transaction } from './transaction.ts'

/**
 * Moves everything but attempts from one user to another. Texts that both have are kept, one below
 * the other. Cards are derived from reviews: whoever calls this derives them anew.
 */
export async function moveBelongings(tx: Transaction, from: string, to: string): Promise<void> {
  for (const table of ['drafts', 'notes'] as const) await joinTexts(tx, table, from, to)
  await tx.$executeRaw`
    insert into marks (user_id, question_id, kind, created_at)
    select ${to}, question_id, kind, created_at from marks where user_id = ${from}
    on conflict do nothing`
  await tx.mark.deleteMany({ where: { userId: from } })
  // What the account has chosen stands; a guest's choices are taken where it has none.
  await tx.$executeRaw`
    update settings set user_id = ${to} where user_id = ${from}
    and not exists (select 1 from settings mine where mine.user_id = ${to})`
  await tx.$executeRaw`
    update settings mine set level = coalesce(mine.level, theirs.level),
      blind = coalesce(mine.blind, theirs.blind)
    from settings theirs where mine.user_id = ${to} and theirs.user_id = ${from}`
  await tx.settings.deleteMany({ where: { userId: from } })
  await tx.review.updateMany({ where: { userId: from }, data: { userId: to } })
  await tx.report.updateMany({ where: { userId: from }, data: { userId: to } })
  await moveInterviews(tx, from, to)
}

const SEAM = '\n\n— written before you signed in —\n\n'

async function joinTexts(tx: Transaction, table: 'drafts' | 'notes', from: string, to: string) {
  // The table's name cannot be a parameter; it comes from the two literals above.
  await tx.$executeRawUnsafe(
    `insert into ${table} (user_id, question_id, text, updated_at)
     select $2, question_id, text, now() from ${table} where user_id = $1
     on conflict (user_id, question_id) do update
     set text = case when ${table}.text = excluded.text then ${table}.text
                     else ${table}.text || $3 || excluded.text end,
         revision = ${table}.revision + 1, updated_at = now()`,
    from,
    to,
    SEAM,
  )
  await tx.$executeRawUnsafe(`delete from ${table} where user_id = $1`, from)
}
