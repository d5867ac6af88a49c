import { inviteFirstAdmin } from '#lib/auth/roles.ts'
import { logProblem } from '#lib/background.ts'
import { siteUrl } from '#lib/env.ts'

/**
 * While there is no administrator, each start says how to become one, in the log that only the operator
 * reads. The token stands behind the `#`, so that no server and no proxy ever sees it in an address.
 */
export async function announce(): Promise<void> {
  const { HOST = '127.0.0.1', PORT = '3000' } = process.env
  try {
    const token = await inviteFirstAdmin()
    const site = siteUrl() ?? `http://${HOST}:${PORT}`
    if (token !== null)
      process.stdout.write(
        `  first admin  sign in, then open (once, within a day): ${site}/account/first-admin#${token}\n`,
      )
  } catch (error) {
    // A database that is away just now: the next start says it.
    logProblem('people.announce', error)
  }
}
