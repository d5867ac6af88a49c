import 'server-only'
import { currentUser } from './session.ts'

/** Who may see keys and drafts: an author or admin who is signed in; everybody on a machine that develops. */
export async function isAuthor(): Promise<boolean> {
  if (process.env.NODE_ENV === 'development') return true
  const user = await currentUser()
  return user?.role === 'author' || user?.role === 'admin'
}
