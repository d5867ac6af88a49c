import 'server-only'
import { db } from './client.ts'
import type { NewAccount } from './user.ts'

/** A sample reader with a fixed id: made once, given the same password each time. */
export async function putSampleUser(id: string, account: NewAccount): Promise<void> {
  const { email, name, passwordHash } = account
  const credential = { create: { passwordHash }, update: { passwordHash } }
  await db().user.upsert({
    where: { id },
    create: { id, email, name, credential: { create: credential.create } },
    update: { credential: { upsert: credential } },
  })
}

/** Lets a script end. */
export async function closeDatabase(): Promise<void> {
  await db().$disconnect()
}
