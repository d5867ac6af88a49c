import 'server-only'
import { db } from './client.ts'

/** A reader's notes, the newest first. */
export function notesOf(userId: string, take: number) {
  return db().note.findMany({
    where: { userId },
    select: { questionId: true, text: true, updatedAt: true },
    orderBy: { updatedAt: 'desc' },
    take,
  })
}
