import 'server-only'
import { db } from './client.ts'

type SampleAccount = { email: string; name: string; passwordHash: string }

/** A sample reader with a fixed id, made anew: whatever there was under it is gone. */
export async function putSampleUser(id: string, account: SampleAccount, at: Date): Promise<void> {
  const { email, name, passwordHash } = account
  await db().user.deleteMany({ where: { OR: [{ id }, { mergedIntoId: id }] } })
  await db().user.create({
    data: { id, email, name, createdAt: at, credential: { create: { passwordHash } } },
  })
}

/** Lets a script end. */
export async function closeDatabase(): Promise<void> {
  await db().$disconnect()
}
