import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'

export type NewVersion = { hash: string; questionId: string; question: object }

/**
 * Keeps a question as it is now, once per hash. A row that stood for an unknown version makes way for it
 * (by an update of its own: `on conflict do update` would make every two answers to a question wait).
 */
export async function keepVersions(tx: Transaction, versions: NewVersion[]): Promise<void> {
  const given = versions.map(({ hash, questionId: question_id, question }) => ({
    hash,
    question_id,
    question,
  }))
  await tx.$executeRaw`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as x(hash text, question_id text, question jsonb)
    ), added as (
      insert into content_versions (hash, question_id, question)
      select hash, question_id, question from given on conflict do nothing
    )
    update content_versions kept set question = given.question from given
    where kept.hash = given.hash and kept.question ->> 'isUnknown' = 'true'
      and given.question ->> 'isUnknown' is null`
}

export function findVersion(hash: string) {
  return db().contentVersion.findUnique({ where: { hash } })
}
